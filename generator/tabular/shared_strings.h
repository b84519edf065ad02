#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "tabular/zip_archive.h"

namespace metodaktiv::tabular {

/// The texts that cells of a workbook refer to by number. Kept in blocks that never move: they
/// take no more memory than their part takes unpacked.
class SharedStrings {
 public:
  /// Adds the texts of a part of the archive. BadWorkbook when it is damaged.
  void read(const ZipArchive& archive, std::uint64_t part, std::string_view part_name);

  void add(std::string_view text);
  /// A text that no cell may hold: only its place is kept.
  void add_too_long();

  [[nodiscard]] std::size_t size() const { return count_; }
  /// index < size(); nullopt for one that was too long.
  [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;

 private:
  static constexpr std::size_t kPageSize = std::size_t{1} << 14;
  using Page = std::array<std::uint32_t, kPageSize>;  ///< where texts begin, over all blocks

  void add_place(std::uint32_t place);

  std::vector<std::unique_ptr<Page>> pages_;
  std::vector<std::unique_ptr<char[]>> blocks_;  ///< a length, then the text, within one block
  std::size_t count_ = 0;
  std::size_t used_ = 0;  ///< bytes of the last block
};

}  // namespace metodaktiv::tabular
