#include "import/municipality_check.h"

#include <fmt/format.h>

#include <string>

#include "config/ownership.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;
using config::OwnershipStep;

/// SQL expression: the municipality reached from `value`, the code found at path[step - 1]. With
/// `staged`, rows of this import count before those of the registry.
std::string follow(const std::vector<OwnershipStep>& path, std::size_t step,
                   const std::string& value, bool staged) {
  if (step == path.size()) return value;
  const auto& form = *path[step].form;
  const auto look_up = [&](std::string_view schema) {
    return fmt::format("(SELECT {} FROM {}.{} WHERE {} = {})", path[step].column, schema,
                       form.table, form.key.front(), value);
  };
  const auto next = staged ? fmt::format("coalesce({}, {})", look_up("staging"), look_up("main"))
                           : look_up("main");
  return follow(path, step + 1, next, staged);
}

struct OwnerSql {
  std::string by_row;       ///< what the staged row `s` says
  std::string by_registry;  ///< what the registry says about the row with the key of `s`
};

OwnerSql owner_sql(const FormDefinition& form, const std::vector<OwnershipStep>& path) {
  const auto& column = path.front().column;
  const auto stored = fmt::format("(SELECT r.{} FROM main.{} r WHERE {})", column, form.table,
                                  same_key(form, "r.", "s."));
  return {follow(path, 1, fmt::format("coalesce(s.{}, {})", column, stored), true),
          follow(path, 1, stored, false)};
}

void refuse_table(registry::Database& database, const Source& source, std::size_t index,
                  FindingLog& log) {
  log.error(source, {}, {},
            {"municipality",
             fmt::format("Таблицу «{}» ведёт региональный центр: муниципалитет её не меняет.",
                         source.form->title),
             "Уберите таблицу из файла."});
  database.execute(
      fmt::format("UPDATE staging.{} SET _valid = 0 WHERE _source = {}", source.form->table, index),
      "проверка муниципалитетов");
}

void check_source(registry::Database& database, const std::vector<FormDefinition>& forms,
                  const Source& source, std::size_t index, FindingLog& log) {
  const auto& form = *source.form;
  const auto path = config::municipality_path(forms, form);
  if (path.empty()) {
    refuse_table(database, source, index, log);
    return;
  }
  const auto* column = form.column(path.front().column);
  const auto column_index = static_cast<std::size_t>(column - form.columns.data());
  // Only a row's own, optional reference may honestly be empty: such a row is the region's.
  const bool may_be_regional = path.size() == 1 && !column->required;
  const auto owner = owner_sql(form, path);
  auto query = database.prepare(
      fmt::format("SELECT _row, says, held FROM (SELECT s._row, {} AS says, {} AS held, "
                  "EXISTS (SELECT 1 FROM main.{} r WHERE {}) AS known FROM staging.{} s "
                  "WHERE s._source = :source AND s._key_valid) "
                  "WHERE says <> :municipality OR held <> :municipality {} ORDER BY _row",
                  owner.by_row, owner.by_registry, form.table, same_key(form, "r.", "s."),
                  form.table, may_be_regional ? "OR says IS NULL OR (known AND held IS NULL)" : ""),
      "проверка муниципалитетов");
  query.bind(":source", static_cast<std::int64_t>(index));
  query.bind(":municipality", source.municipality);
  auto mark = database.prepare(fmt::format("UPDATE staging.{} SET _valid = 0 WHERE _source = ? "
                                           "AND _row = ?",
                                           form.table),
                               "проверка муниципалитетов");
  std::vector<std::int64_t> rows;
  while (query.next()) {
    const auto row = query.integer(0);
    const auto says = query.text_or_empty(1);
    rows.push_back(row);
    const Problem problem =
        says != source.municipality
            ? Problem{"municipality",
                      says.empty()
                          ? "Это строка региона, а файл — муниципалитета."
                          : fmt::format("Строка принадлежит муниципалитету «{}», а файл — «{}».",
                                        says, source.municipality),
                      "Уберите строку из файла или исправьте ссылку."}
            : Problem{"municipality_key",
                      "Под этим кодом в реестре стоит строка другого муниципалитета.",
                      "Выберите другой код: коды не повторяются по всему региону."};
    log.error(source, spot_of(source, row, column_index), says, problem);
  }
  for (const auto row : rows) {
    mark.bind(1, static_cast<std::int64_t>(index)).bind(2, row);
    mark.run();
  }
}

}  // namespace

void check_municipalities(registry::Database& database, const std::vector<FormDefinition>& forms,
                          const std::vector<Source>& sources, FindingLog& log) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!sources[i].municipality.empty() && sources[i].header_row > 0)
      check_source(database, forms, sources[i], i, log);
  }
}

}  // namespace metodaktiv::import
