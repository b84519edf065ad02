#include "base/csv.h"

#include <utility>

namespace metodaktiv::base {

void CsvWriter::cell(std::string_view text) {
  if (row_open_) text_ += ',';
  row_open_ = true;
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += text;
    return;
  }
  text_ += '"';
  for (const char c : text) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
}

void CsvWriter::end_row() {
  text_ += '\n';
  row_open_ = false;
}

void CsvWriter::row(const std::vector<std::string>& cells) {
  for (const auto& c : cells) cell(c);
  end_row();
}

std::string inert_cell(std::string_view text) {
  static constexpr std::string_view kFormulaStart = "=+-@\t\r";
  const bool formula = !text.empty() && kFormulaStart.find(text.front()) != std::string_view::npos;
  return formula ? "'" + std::string(text) : std::string(text);
}

std::string CsvWriter::take() { return std::exchange(text_, {}); }

}  // namespace metodaktiv::base
