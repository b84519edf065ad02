#include "import/cross_checks.h"

#include <fmt/format.h>

#include <set>
#include <string>

#include "base/text.h"
#include "config/ownership.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

const Source& source_at(const std::vector<Source>& sources, std::int64_t index) {
  return sources.at(static_cast<std::size_t>(index));
}

Spot key_spot(const Source& source, std::int64_t row) {
  const auto* key = source.form->column(source.form->key.front());
  return spot_of(source, row, static_cast<std::size_t>(key - source.form->columns.data()));
}

std::string titles_of_key(const FormDefinition& form) {
  std::vector<std::string> titles;
  for (const auto& key : form.key) titles.push_back(form.column(key)->title);
  return base::join(titles, ", ");
}

/// «teachers.csv, строка 7», «severny.xlsx, лист «Организации», строка 7».
std::string place_of(const Source& source, std::int64_t row) {
  return source.sheet.empty()
             ? fmt::format("{}, строка {}", source.label, row)
             : fmt::format("{}, лист «{}», строка {}", source.label, source.sheet, row);
}

void check_repeated_keys(registry::Database& database, const FormDefinition& form,
                         const std::vector<Source>& sources, FindingLog& log) {
  const auto keys = key_expressions(form, "");
  const auto staged_keys = key_expressions(form, "s.");
  std::vector<std::string> shown;
  std::vector<std::string> named;
  std::vector<std::string> same;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    shown.push_back("s." + form.key[i]);
    named.push_back(fmt::format("{} AS k{}", keys[i], i));
    same.push_back(fmt::format("{} = d.k{}", staged_keys[i], i));
  }
  const auto repeated = fmt::format(
      "(SELECT {}, min(rowid) AS first FROM staging.{} WHERE _key_valid GROUP BY {} "
      "HAVING count(*) > 1) d",
      base::join(named, ", "), form.table, base::join(keys, ", "));
  auto query = database.prepare(
      fmt::format("SELECT s._source, s._row, f._source, f._row, {} FROM {} "
                  "JOIN staging.{} s ON {} AND s._key_valid AND s.rowid <> d.first "
                  "JOIN staging.{} f ON f.rowid = d.first ORDER BY s.rowid",
                  base::join(shown, ", "), repeated, form.table, base::join(same, " AND "),
                  form.table),
      "проверка повторов");
  const std::string column = titles_of_key(form);
  while (query.next()) {
    std::vector<std::string> parts;
    for (int i = 4; i < query.columns(); ++i) {
      auto part = query.text_or_empty(i);
      if (!part.empty()) parts.push_back(std::move(part));
    }
    const auto& source = source_at(sources, query.integer(0));
    auto spot = key_spot(source, query.integer(1));
    spot.column = column;
    log.error(source, spot, base::join(parts, ", "),
              {"repeated",
               fmt::format("Такая строка уже есть: {}.",
                           place_of(source_at(sources, query.integer(2)), query.integer(3))),
               "Оставьте одну из строк."});
  }
  // Which of them is right, nobody knows: all of them go back.
  database.execute(fmt::format("UPDATE staging.{} SET _valid = 0 WHERE rowid IN ("
                               "SELECT s.rowid FROM {} JOIN staging.{} s ON {} AND s._key_valid)",
                               form.table, repeated, form.table, base::join(same, " AND ")),
                   "проверка повторов");
}

/// Tables whose rows could not all be staged: a missing reference to them proves nothing.
std::set<std::string> incomplete_tables(const std::vector<Source>& sources) {
  std::set<std::string> tables;
  for (const auto& source : sources) {
    if (!source.complete) tables.insert(source.form->table);
  }
  return tables;
}

/// Condition on the staged row `s`: its reference leads nowhere. `valid` is " AND t._valid" when
/// only valid rows count.
std::string dangling(const config::FormColumn& column, const FormDefinition& target,
                     std::string_view valid) {
  return fmt::format(
      "s.{0} IS NOT NULL "
      "AND NOT EXISTS (SELECT 1 FROM staging.{1} t WHERE t.{2} = s.{0}{3}) "
      "AND NOT EXISTS (SELECT 1 FROM main.{1} r WHERE r.{2} = s.{0})",
      column.key, target.table, target.key.front(), valid);
}

/// Reports the rows under `condition` and marks them. Returns how many there are.
std::int64_t refuse_rows(registry::Database& database, const FormDefinition& form,
                         const config::FormColumn& column, const std::string& condition,
                         const std::vector<Source>& sources, const Problem* problem,
                         FindingLog& log) {
  const auto index = static_cast<std::size_t>(&column - form.columns.data());
  auto query = database.prepare(
      fmt::format("SELECT s._source, s._row, s.{} FROM staging.{} s WHERE {} ORDER BY s.rowid",
                  column.key, form.table, condition),
      "проверка ссылок");
  std::int64_t found = 0;
  while (query.next()) {
    ++found;
    if (!problem) continue;
    if (log.full()) {
      log.count_errors(1);
      continue;
    }
    const auto& source = source_at(sources, query.integer(0));
    log.error(source, spot_of(source, query.integer(1), index), query.text(2), *problem);
  }
  if (found > 0) {
    database.execute(
        fmt::format("UPDATE staging.{} AS s SET _valid = 0 WHERE {}", form.table, condition),
        "проверка ссылок");
  }
  return found;
}

std::set<std::string> staged_tables(const std::vector<Source>& sources) {
  std::set<std::string> staged;
  for (const auto& source : sources) staged.insert(source.form->table);
  return staged;
}

}  // namespace

void check_across_rows(registry::Database& database, const std::vector<FormDefinition>& forms,
                       const std::vector<Source>& sources, FindingLog& log) {
  const auto staged = staged_tables(sources);
  const auto incomplete = incomplete_tables(sources);
  for (const auto& form : forms) {
    if (!staged.contains(form.table)) continue;
    check_repeated_keys(database, form, sources, log);
    for (const auto* column : stored_columns(form)) {
      if (column->references.empty() || incomplete.contains(column->references)) continue;
      const auto* target = config::form_of(forms, column->references);
      if (!target) continue;
      const Problem problem{
          "reference",
          fmt::format("В таблице «{}» такого кода нет — ни в реестре, ни в загружаемых файлах.",
                      target->title),
          fmt::format("Проверьте код или добавьте строку в таблицу «{}».", target->title)};
      refuse_rows(database, form, *column, dangling(*column, *target, ""), sources, &problem, log);
    }
  }
}

void leave_out_dependants(registry::Database& database, const std::vector<FormDefinition>& forms,
                          const std::vector<Source>& sources, bool report, FindingLog& log) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const auto& [first, last] : sources[i].merged) {
      database.execute(fmt::format("UPDATE staging.{} SET _valid = 0 WHERE _source = {} AND _row "
                                   "BETWEEN {} AND {}",
                                   sources[i].form->table, i, first, last),
                       "отбор строк");
    }
    if (sources[i].readable) continue;
    database.execute(fmt::format("UPDATE staging.{} SET _valid = 0 WHERE _source = {}",
                                 sources[i].form->table, i),
                     "отбор строк");
  }
  const auto staged = staged_tables(sources);
  for (std::int64_t changed = 1; changed > 0;) {
    changed = 0;
    for (const auto& form : forms) {
      if (!staged.contains(form.table)) continue;
      for (const auto* column : stored_columns(form)) {
        const auto* target =
            column->references.empty() ? nullptr : config::form_of(forms, column->references);
        if (!target || !staged.contains(target->table)) continue;
        const Problem problem{
            "reference_returned",
            fmt::format("Строка ссылается на запись таблицы «{}», которая не принята.",
                        target->title),
            "Исправьте ту строку и загрузите обе ещё раз."};
        changed += refuse_rows(database, form, *column,
                               "s._valid AND " + dangling(*column, *target, " AND t._valid"),
                               sources, report ? &problem : nullptr, log);
      }
    }
  }
}

}  // namespace metodaktiv::import
