#include "registry/table_writer.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::registry {
namespace {

std::string insert_sql(std::string_view table, const std::vector<std::string>& columns) {
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, base::join(columns, ", "),
                     base::join(std::vector<std::string>(columns.size(), "?"), ", "));
}

}  // namespace

TableWriter::TableWriter(Database& database, std::string_view table,
                         const std::vector<std::string>& columns)
    : table_(table),
      width_(columns.size()),
      insert_(database.prepare(insert_sql(table, columns), fmt::format("таблица {}", table))) {}

void TableWriter::row(const std::vector<Value>& values) {
  if (values.size() != width_) {
    throw base::Failure(
        fmt::format("таблица {}: {} значений вместо {}.", table_, values.size(), width_));
  }
  for (std::size_t i = 0; i < width_; ++i) insert_.bind(static_cast<int>(i) + 1, values[i]);
  insert_.run();
  ++rows_;
}

}  // namespace metodaktiv::registry
