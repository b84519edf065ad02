#pragma once

#include <cstdint>
#include <string>

namespace metodaktiv::tabular {

/// One cell as its file stores it. `text` is valid UTF-8 in a form that depends on `kind` only:
/// kText as typed, untrimmed (empty: nothing stands there); kNumber plain decimal digits, never an
/// exponent ("-0.5", "79161234567"); kBoolean "1" or "0"; kDate ISO ("2025-03-14",
/// "2025-03-14T09:30:00", "09:30:00" for a time alone); kError as Excel shows it ("#N/A").
struct Cell {
  enum class Kind : std::uint8_t { kText, kNumber, kBoolean, kDate, kError };

  Kind kind = Kind::kText;
  std::string text;

  bool operator==(const Cell&) const = default;
};

/// Whether nothing but spaces stands in the cell.
bool is_blank(const Cell& cell);

}  // namespace metodaktiv::tabular
