#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {

/// A part of the archive that something refers to. `index` is empty when the archive lacks it.
struct PartReference {
  std::string name;
  std::optional<std::uint64_t> index;
};

/// What a workbook consists of.
struct PackageParts {
  struct Sheet {
    std::string name;
    bool hidden = false;
    PartReference part;
  };

  std::vector<Sheet> sheets;  ///< worksheets in the order of their tabs
  std::optional<PartReference> shared_strings;
  std::optional<PartReference> styles;
  bool epoch_1904 = false;  ///< dates count from 1904
};

/// Follows the references from the root of the archive. BadWorkbook when no workbook is found, it
/// is a binary one (.xlsb), has too many sheets or none, or its structure is damaged.
PackageParts find_package_parts(const ZipArchive& archive);

}  // namespace metodaktiv::tabular
