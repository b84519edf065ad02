#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::base {

/// Writes RFC 4180 CSV as docs/outputs.md fixes it: UTF-8, comma, LF, quotes only where needed.
class CsvWriter {
 public:
  explicit CsvWriter(const std::vector<std::string>& header) { row(header); }

  void row(const std::vector<std::string>& cells);
  /// Appends to a row that end_row() closes; for wide rows written cell by cell.
  void cell(std::string_view text);
  void end_row();

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Hands over what was written so far and starts empty: for streaming to a file.
  std::string take();

 private:
  std::string text_;
  bool row_open_ = false;
};

/// The text as a cell that no spreadsheet runs: what begins like a formula gets an apostrophe
/// before it.
std::string inert_cell(std::string_view text);

}  // namespace metodaktiv::base
