#include "import/cross_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

const FormDefinition* form_of(const std::vector<FormDefinition>& forms, std::string_view table) {
  const auto found = std::find_if(forms.begin(), forms.end(), [table](const FormDefinition& form) {
    return form.table == table;
  });
  return found == forms.end() ? nullptr : &*found;
}

std::string titles_of_key(const FormDefinition& form) {
  std::vector<std::string> titles;
  for (const auto& key : form.key) titles.push_back(form.column(key)->title);
  return base::join(titles, ", ");
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
  auto query = database.prepare(
      fmt::format("SELECT s._source, s._row, f._source, f._row, {} FROM ("
                  "SELECT {}, min(rowid) AS first FROM staging.{} WHERE _key_valid GROUP BY {} "
                  "HAVING count(*) > 1) d "
                  "JOIN staging.{} s ON {} AND s._key_valid AND s.rowid <> d.first "
                  "JOIN staging.{} f ON f.rowid = d.first ORDER BY s.rowid",
                  base::join(shown, ", "), base::join(named, ", "), form.table,
                  base::join(keys, ", "), form.table, base::join(same, " AND "), form.table),
      "проверка повторов");
  const std::string column = titles_of_key(form);
  while (query.next()) {
    std::vector<std::string> parts;
    for (int i = 4; i < query.columns(); ++i) {
      auto part = query.text_or_empty(i);
      if (!part.empty()) parts.push_back(std::move(part));
    }
    const auto& source = sources.at(static_cast<std::size_t>(query.integer(0)));
    const auto& first = sources.at(static_cast<std::size_t>(query.integer(2)));
    log.error(source, query.integer(1), column, base::join(parts, ", "),
              {"repeated",
               fmt::format("Такая строка уже есть: {}, строка {}.", first.label, query.integer(3)),
               "Оставьте одну из строк."});
  }
}

/// Tables whose rows could not all be staged: a missing reference to them proves nothing.
std::set<std::string> incomplete_tables(const std::vector<Source>& sources) {
  std::set<std::string> tables;
  for (const auto& source : sources) {
    if (!source.complete) tables.insert(source.form->table);
  }
  return tables;
}

void check_reference(registry::Database& database, const FormDefinition& form,
                     const config::FormColumn& column, const FormDefinition& target,
                     const std::vector<Source>& sources, FindingLog& log) {
  auto query = database.prepare(
      fmt::format("SELECT s._source, s._row, s.{0} FROM staging.{1} s WHERE s.{0} IS NOT NULL "
                  "AND NOT EXISTS (SELECT 1 FROM staging.{2} t WHERE t.{3} = s.{0}) "
                  "AND NOT EXISTS (SELECT 1 FROM main.{2} r WHERE r.{3} = s.{0}) ORDER BY s.rowid",
                  column.key, form.table, target.table, target.key.front()),
      "проверка ссылок");
  while (query.next()) {
    if (log.full()) {
      log.count_errors(1);
      continue;
    }
    log.error(
        sources.at(static_cast<std::size_t>(query.integer(0))), query.integer(1), column.title,
        query.text(2),
        {"reference",
         fmt::format("В таблице «{}» такого кода нет — ни в реестре, ни в загружаемых файлах.",
                     target.title),
         fmt::format("Проверьте код или добавьте строку в таблицу «{}».", target.title)});
  }
}

}  // namespace

void check_across_rows(registry::Database& database, const std::vector<FormDefinition>& forms,
                       const std::vector<Source>& sources, FindingLog& log) {
  std::set<std::string> staged;
  for (const auto& source : sources) staged.insert(source.form->table);
  const auto incomplete = incomplete_tables(sources);
  for (const auto& form : forms) {
    if (!staged.contains(form.table)) continue;
    check_repeated_keys(database, form, sources, log);
    for (const auto* column : stored_columns(form)) {
      if (column->references.empty() || incomplete.contains(column->references)) continue;
      if (const auto* target = form_of(forms, column->references)) {
        check_reference(database, form, *column, *target, sources, log);
      }
    }
  }
}

}  // namespace metodaktiv::import
