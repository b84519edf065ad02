#include "tabular/cell_reference.h"

#include <charconv>

namespace metodaktiv::tabular {

std::optional<std::int64_t> parse_row_number(std::string_view text) {
  std::int64_t row = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, row);
  if (error != std::errc() || stop != end || row < 1 || row > kLastSheetRow) return std::nullopt;
  return row;
}

std::optional<CellReference> parse_cell_reference(std::string_view text) {
  std::int64_t column = 0;
  std::size_t letters = 0;
  for (; letters < text.size(); ++letters) {
    const char c = text[letters];
    const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' : -1;
    if (value < 0) break;
    column = column * 26 + value + 1;
    if (column > kLastSheetColumn) return std::nullopt;
  }
  const auto row = parse_row_number(text.substr(letters));
  if (letters == 0 || !row) return std::nullopt;
  return CellReference{*row, column};
}

std::string column_letters(std::int64_t column) {
  std::string out;
  for (; column > 0; column = (column - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

}  // namespace metodaktiv::tabular
