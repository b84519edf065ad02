#include "import/staging.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::import {
namespace {

constexpr std::string_view kOrigin = "временная база загрузки";

}  // namespace

Staging::Staging(registry::Database& database, const std::vector<config::FormDefinition>& forms)
    : database_(database) {
  database_.execute("PRAGMA temp_store = FILE; ATTACH '' AS staging;", kOrigin);
  try {
    // What is staged is never rolled back: it is thrown away as a whole.
    database_.execute(
        "PRAGMA staging.journal_mode = OFF; PRAGMA staging.synchronous = OFF; "
        "PRAGMA staging.cache_size = -32000;",
        kOrigin);
    for (const auto& form : forms) {
      std::string columns = "_source INTEGER, _row INTEGER, _key_valid INTEGER, _valid INTEGER";
      for (const auto* column : stored_columns(form)) {
        columns += fmt::format(", {} {}", column->key, sql_type(column->type));
      }
      database_.execute(fmt::format("CREATE TABLE staging.{} ({})", form.table, columns), kOrigin);
    }
  } catch (const base::Failure&) {
    database_.execute("DETACH staging", kOrigin);
    throw;
  }
}

Staging::~Staging() {
  try {
    database_.execute("DETACH staging", kOrigin);
  } catch (const base::Failure&) {
    // A failure is already under way; closing the registry frees the space as well.
    return;
  }
}

void Staging::index_key(const config::FormDefinition& form) {
  database_.execute(fmt::format("CREATE INDEX IF NOT EXISTS staging.{0}_key ON {0} ({1})",
                                form.table, base::join(key_expressions(form, ""), ", ")),
                    kOrigin);
}

std::vector<const config::FormColumn*> stored_columns(const config::FormDefinition& form) {
  std::vector<const config::FormColumn*> columns;
  for (const auto& column : form.columns) {
    if (!column.import_only) columns.push_back(&column);
  }
  return columns;
}

std::vector<std::string> key_expressions(const config::FormDefinition& form,
                                         std::string_view prefix) {
  std::vector<std::string> expressions;
  for (const auto& key : form.key) {
    const auto* column = form.column(key);
    const bool may_be_null = !column->required && column->type == config::ColumnType::kReference;
    expressions.push_back(
        fmt::format(fmt::runtime(may_be_null ? "ifnull({}{}, '')" : "{}{}"), prefix, key));
  }
  return expressions;
}

std::string same_key(const config::FormDefinition& form, std::string_view left,
                     std::string_view right) {
  const auto a = key_expressions(form, left);
  const auto b = key_expressions(form, right);
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < a.size(); ++i) terms.push_back(fmt::format("{} = {}", a[i], b[i]));
  return base::join(terms, " AND ");
}

}  // namespace metodaktiv::import
