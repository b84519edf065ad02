#include "workbook/table.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "workbook/cell_text.h"
#include "workbook/sheet.h"
#include "workbook/workbook.h"

namespace metodaktiv::workbook {
namespace {

constexpr std::size_t kHeaderLimit = 255;

/// A header as both the cell and the table's column name bear it: on one line.
std::string column_name(const std::string& header) {
  std::string name = cell_text(header, kHeaderLimit);
  std::replace(name.begin(), name.end(), '\n', ' ');
  return escape_coded_characters(std::move(name));
}

/// Excel repairs a workbook whose table has two columns of one name, or one without a name.
bool can_name_columns(const std::vector<std::string>& names) {
  std::set<std::string> seen;
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return !name.empty() && base::length_utf8(name) <= kHeaderLimit &&
           seen.insert(base::to_lower(name)).second;
  });
}

}  // namespace

std::string Workbook::unique_table_name(const std::string& wanted) {
  std::string unique = wanted;
  for (int n = 2; !table_names_.insert(base::to_lower(unique)).second; ++n) {
    unique = fmt::format("{}_{}", wanted, n);
  }
  return unique;
}

void Sheet::table(const Table& table) {
  std::vector<std::string> names;
  for (const auto& header : table.headers) names.push_back(column_name(header));
  for (std::size_t i = 0; i < names.size(); ++i) {
    text(table.header_row, table.first_column + static_cast<int>(i), table.headers[i],
         table.header);
  }
  if (table.last_row <= table.header_row) return;
  if (!can_name_columns(names)) {
    autofilter(table.header_row, table.first_column, table.last_row, table.last_column());
    return;
  }
  std::vector<lxw_table_column> columns(names.size());
  std::vector<lxw_table_column*> pointers;
  for (std::size_t i = 0; i < names.size(); ++i) {
    columns[i].header = names[i].data();
    columns[i].header_format = table.header.handle_;
    pointers.push_back(&columns[i]);
  }
  pointers.push_back(nullptr);
  std::string name = book_->unique_table_name(table.name);
  lxw_table_options options{};
  options.name = name.data();
  options.columns = pointers.data();
  // Cells bring their own looks.
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 0;
  options.no_banded_rows = LXW_TRUE;
  check(worksheet_add_table(handle_, static_cast<lxw_row_t>(table.header_row),
                            static_cast<lxw_col_t>(table.first_column),
                            static_cast<lxw_row_t>(table.last_row),
                            static_cast<lxw_col_t>(table.last_column()), &options));
}

}  // namespace metodaktiv::workbook
