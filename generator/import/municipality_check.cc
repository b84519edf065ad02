#include "import/municipality_check.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "config/ownership.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;
using config::OwnershipStep;

/// SQL expression: the municipality reached from `value`, the code found at path[step - 1]. With
/// `staged`, valid rows of this import count before those of the registry: a refused row leads
/// nowhere, its code still means what the registry says.
std::string follow(const std::vector<OwnershipStep>& path, std::size_t step,
                   const std::string& value, bool staged) {
  if (step == path.size()) return value;
  const auto& form = *path[step].form;
  const auto look_up = [&](std::string_view schema, std::string_view condition) {
    return fmt::format("(SELECT {} FROM {}.{} WHERE {} = {}{})", path[step].column, schema,
                       form.table, form.key.front(), value, condition);
  };
  const auto next = staged ? fmt::format("coalesce({}, {})", look_up("staging", " AND _valid"),
                                         look_up("main", ""))
                           : look_up("main", "");
  return follow(path, step + 1, next, staged);
}

struct OwnerSql {
  std::string by_row;       ///< what the staged row `s` says
  std::string by_registry;  ///< what the registry says about the row with the key of `s`
};

/// `named`: the source names the column of the first step, so that an empty cell means empty.
OwnerSql owner_sql(const FormDefinition& form, const std::vector<OwnershipStep>& path, bool named) {
  const auto& column = path.front().column;
  const auto stored = fmt::format("(SELECT r.{} FROM main.{} r WHERE {})", column, form.table,
                                  same_key(form, "r.", "s."));
  const auto said =
      named ? fmt::format("s.{}", column) : fmt::format("coalesce(s.{}, {})", column, stored);
  return {follow(path, 1, said, true), follow(path, 1, stored, false)};
}

using Names = std::map<std::string, std::string>;

/// Code → name, of the registry and of this import.
Names municipality_names(registry::Database& database) {
  Names names;
  auto query = database.prepare(
      "SELECT code, name FROM main.municipalities UNION ALL "
      "SELECT code, name FROM staging.municipalities WHERE name IS NOT NULL AND code IS NOT NULL",
      "проверка муниципалитетов");
  while (query.next()) names.emplace(query.text(0), query.text(1));
  return names;
}

std::string shown(const Names& names, const std::string& code) {
  const auto found = names.find(code);
  return found == names.end() ? code : fmt::format("{} ({})", found->second, code);
}

Problem problem_of(const Source& source, const std::string& says, const std::string& held,
                   bool known, const Names& names) {
  if (says.empty()) {
    return {"municipality", "Без муниципалитета это строка региона, а файл — муниципалитета.",
            fmt::format("Впишите муниципалитет: {}. Или уберите строку из файла.",
                        shown(names, source.municipality))};
  }
  if (says != source.municipality) {
    return {"municipality",
            fmt::format("Строка принадлежит муниципалитету «{}», а файл — «{}».",
                        shown(names, says), shown(names, source.municipality)),
            "Уберите строку из файла или исправьте ссылку."};
  }
  return {"municipality_key",
          known && held.empty()
              ? std::string("Под этим кодом в реестре стоит строка региона.")
              : fmt::format("Под этим кодом в реестре стоит строка муниципалитета «{}».",
                            shown(names, held)),
          "Выберите другой код: коды не повторяются по всему региону."};
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
  const auto owner = owner_sql(form, path, source.column_number(column_index) > 0);
  auto query = database.prepare(
      fmt::format("SELECT _row, says, held, known FROM (SELECT s._row, {} AS says, {} AS held, "
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
  const auto names = municipality_names(database);
  while (query.next()) {
    const auto row = query.integer(0);
    const auto says = query.text_or_empty(1);
    rows.push_back(row);
    log.error(source, spot_of(source, row, column_index), says,
              problem_of(source, says, query.text_or_empty(2), query.boolean(3), names));
  }
  for (const auto row : rows) {
    mark.bind(1, static_cast<std::int64_t>(index)).bind(2, row);
    mark.run();
  }
}

}  // namespace

void check_municipalities(registry::Database& database, const std::vector<FormDefinition>& forms,
                          const std::vector<Source>& sources, FindingLog& log) {
  // In the forms' order: rows that others refer to are judged first.
  for (const auto& form : forms) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (sources[i].form == &form && !sources[i].municipality.empty() && sources[i].header_row > 0)
        check_source(database, forms, sources[i], i, log);
    }
  }
}

}  // namespace metodaktiv::import
