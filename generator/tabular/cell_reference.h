#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::tabular {

/// Where a cell stands; both count from 1.
struct CellReference {
  std::int64_t row = 0;
  std::int64_t column = 0;

  bool operator==(const CellReference&) const = default;
};

inline constexpr std::int64_t kLastSheetRow = 1'048'576;  ///< of the file format itself
inline constexpr std::int64_t kLastSheetColumn = 16'384;

/// "D17" in any case; nullopt for anything that no sheet has.
std::optional<CellReference> parse_cell_reference(std::string_view text);

/// A row's number as <row r> holds it; nullopt when no sheet has such a row.
std::optional<std::int64_t> parse_row_number(std::string_view text);

/// «D» for column 4.
std::string column_letters(std::int64_t column);

}  // namespace metodaktiv::tabular
