#include "forms/table_files.h"

namespace metodaktiv::forms {

bool TableFiles::open(const std::filesystem::path& file) {
  if (open_file_ != file) {
    tabular::Problem ignored;
    workbook_ = tabular::XlsxWorkbook::open(file, ignored);
    open_file_ = file;
  }
  return workbook_.has_value();
}

bool TableFiles::read(const std::filesystem::path& file, const std::string& sheet,
                      tabular::RowSink& sink) {
  if (sheet.empty()) {
    tabular::read_csv(file, csv_, sink);
    return true;
  }
  if (!open(file)) return false;
  const auto& sheets = workbook_->sheets();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (sheets[i].name != sheet) continue;
    workbook_->read(i, sink);
    return true;
  }
  return false;
}

}  // namespace metodaktiv::forms
