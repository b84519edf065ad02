#include "import/export_layout.h"

namespace metodaktiv::import {

std::vector<registry::ExportTable> export_layout(const std::vector<config::FormDefinition>& forms) {
  std::vector<registry::ExportTable> tables;
  for (const auto& form : forms) {
    registry::ExportTable table;
    table.name = form.table;
    table.key = form.key;
    for (const auto& column : form.columns) {
      table.columns.push_back(column.key);
      if (column.import_only) table.left_empty.insert(column.key);
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace metodaktiv::import
