#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tabular/csv_reader.h"
#include "tabular/row_sink.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::forms {

/// Input files read once more, one after another; a workbook stays open while its sheets are asked
/// for in a row.
class TableFiles {
 public:
  explicit TableFiles(tabular::CsvOptions csv) : csv_(csv) {}

  /// Streams the rows of a CSV file, or of a workbook's sheet of this name. False: the workbook
  /// cannot be opened or has no such sheet. Failure when the file cannot be read at all.
  bool read(const std::filesystem::path& file, const std::string& sheet, tabular::RowSink& sink);

 private:
  bool open(const std::filesystem::path& file);

  tabular::CsvOptions csv_;
  std::filesystem::path open_file_;
  std::optional<tabular::XlsxWorkbook> workbook_;
};

}  // namespace metodaktiv::forms
