#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tabular/number_format.h"
#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {

/// What the cell styles of a workbook make of numbers; nothing else about them matters here.
class StyleSheet {
 public:
  /// Reads a part of the archive. BadWorkbook when it is damaged.
  void read(const ZipArchive& archive, std::uint64_t part, std::string_view part_name);

  /// An unknown style shows plain numbers.
  [[nodiscard]] FormatKind kind(std::size_t style) const {
    return style < kinds_.size() ? kinds_[style] : FormatKind::kNumber;
  }

 private:
  std::vector<FormatKind> kinds_;  ///< of cell styles by their number
};

}  // namespace metodaktiv::tabular
