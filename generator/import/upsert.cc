#include "import/upsert.h"

#include <fmt/format.h>

#include <functional>

#include "base/text.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using config::FormDefinition;

/// Columns that a source may change: those it names, without the key.
std::vector<std::string> changeable(const Source& source) {
  std::vector<std::string> columns;
  for (const auto* column : source.columns) {
    if (!source.form->in_key(column->key)) columns.push_back(column->key);
  }
  return columns;
}

/// "a.x IS NOT b.x OR …"; "0" without columns.
std::string any_differs(const std::vector<std::string>& columns, std::string_view a,
                        std::string_view b) {
  std::vector<std::string> terms;
  terms.reserve(columns.size());
  for (const auto& column : columns)
    terms.push_back(fmt::format("{}{} IS NOT {}{}", a, column, b, column));
  return terms.empty() ? "0" : base::join(terms, " OR ");
}

void compare(registry::Database& database, const Source& source, std::int64_t index,
             TableCount& count) {
  const auto& form = *source.form;
  const std::string known = fmt::format("r.{} IS NOT NULL", form.key.front());
  auto query = database.prepare(
      fmt::format(
          "SELECT count(*), ifnull(sum({}), 0), ifnull(sum({} AND ({})), 0) FROM staging.{} s "
          "LEFT JOIN main.{} r ON {} WHERE s._source = ?",
          known, known, any_differs(changeable(source), "r.", "s."), form.table, form.table,
          same_key(form, "r.", "s.")),
      fmt::format("сравнение таблицы {}", form.table));
  query.bind(1, index);
  query.next();
  const auto rows = query.integer(0);
  const auto found = query.integer(1);
  const auto changed = query.integer(2);
  count.rows += rows;
  count.added += rows - found;
  count.changed += changed;
  count.unchanged += found - changed;
}

void apply(registry::Database& database, const Source& source, std::int64_t index) {
  const auto& form = *source.form;
  const auto changing = changeable(source);
  std::vector<std::string> columns = form.key;
  columns.insert(columns.end(), changing.begin(), changing.end());
  std::string action = "NOTHING";
  if (!changing.empty()) {
    std::vector<std::string> settings;
    settings.reserve(changing.size());
    for (const auto& column : changing)
      settings.push_back(fmt::format("{0} = excluded.{0}", column));
    action = fmt::format("UPDATE SET {} WHERE {}", base::join(settings, ", "),
                         any_differs(changing, form.table + ".", "excluded."));
  }
  auto statement =
      database.prepare(fmt::format("INSERT INTO main.{} ({}) SELECT {} FROM staging.{} WHERE "
                                   "_source = ? ON CONFLICT ({}) DO {}",
                                   form.table, base::join(columns, ", "), base::join(columns, ", "),
                                   form.table, base::join(key_expressions(form, ""), ", "), action),
                       fmt::format("запись таблицы {}", form.table));
  statement.bind(1, index);
  statement.run();
}

/// Calls `use` for every source whose columns are known, by the forms' order: references come
/// first.
void in_form_order(const std::vector<FormDefinition>& forms, const std::vector<Source>& sources,
                   const std::function<void(const Source&, std::int64_t)>& use) {
  for (const auto& form : forms) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (sources[i].form == &form) use(sources[i], static_cast<std::int64_t>(i));
    }
  }
}

TableCount& count_of(std::vector<TableCount>& counts, const Source& source) {
  if (counts.empty() || counts.back().table != source.form->table)
    counts.push_back({source.form->table});
  return counts.back();
}

}  // namespace

std::vector<TableCount> count_rows(registry::Database& database,
                                   const std::vector<FormDefinition>& forms,
                                   const std::vector<Source>& sources) {
  std::vector<TableCount> counts;
  in_form_order(forms, sources, [&](const Source& source, std::int64_t) {
    count_of(counts, source).rows =
        database.scalar(fmt::format("SELECT count(*) FROM staging.{}", source.form->table));
  });
  return counts;
}

std::vector<TableCount> compare_with_registry(registry::Database& database,
                                              const std::vector<FormDefinition>& forms,
                                              const std::vector<Source>& sources) {
  std::vector<TableCount> counts;
  in_form_order(forms, sources, [&](const Source& source, std::int64_t index) {
    compare(database, source, index, count_of(counts, source));
  });
  return counts;
}

void apply_to_registry(registry::Database& database, const std::vector<FormDefinition>& forms,
                       const std::vector<Source>& sources) {
  database.execute("PRAGMA defer_foreign_keys = ON");
  in_form_order(forms, sources,
                [&](const Source& source, std::int64_t index) { apply(database, source, index); });
}

}  // namespace metodaktiv::import
