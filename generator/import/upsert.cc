#include "import/upsert.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "import/column_rule.h"
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

void add_changed_columns(const FormDefinition& form, const std::vector<std::string>& columns,
                         registry::Statement& query, int first, TableCount& count) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto rows = query.integer(first + static_cast<int>(i));
    if (rows == 0) continue;
    const auto known = std::find_if(count.columns.begin(), count.columns.end(),
                                    [&](const ColumnCount& c) { return c.column == columns[i]; });
    if (known == count.columns.end()) {
      count.columns.push_back({columns[i], rows});
    } else {
      known->rows += rows;
    }
  }
  std::sort(count.columns.begin(), count.columns.end(),
            [&form](const ColumnCount& a, const ColumnCount& b) {
              return form.column(a.column) < form.column(b.column);
            });
}

void compare(registry::Database& database, const Source& source, std::int64_t index,
             TableCount& count) {
  const auto& form = *source.form;
  const auto columns = changeable(source);
  const std::string known = fmt::format("r.{} IS NOT NULL", form.key.front());
  std::string changes;
  for (const auto& column : columns) {
    changes += fmt::format(", ifnull(sum({0} AND r.{1} IS NOT s.{1}), 0)", known, column);
  }
  auto query = database.prepare(
      fmt::format(
          "SELECT count(*), ifnull(sum({}), 0), ifnull(sum({} AND ({})), 0){} FROM staging.{} s "
          "LEFT JOIN main.{} r ON {} WHERE s._source = ? AND s._valid",
          known, known, any_differs(columns, "r.", "s."), changes, form.table, form.table,
          same_key(form, "r.", "s.")),
      fmt::format("сравнение таблицы {}", form.table));
  query.bind(1, index);
  query.next();
  const auto rows = query.integer(0);
  const auto found = query.integer(1);
  const auto changed = query.integer(2);
  count.rows += source.rows;
  count.added += rows - found;
  count.changed += changed;
  count.unchanged += found - changed;
  add_changed_columns(form, columns, query, 3, count);
}

/// A column's value inside json_object(): json_object() itself would keep 15 digits of a real.
std::string json_value(const FormDefinition& form, const std::string& column,
                       std::string_view alias) {
  if (sql_type(form.column(column)->type) != "REAL") return fmt::format("{}{}", alias, column);
  return fmt::format("CASE WHEN {0}{1} IS NULL THEN NULL ELSE json(printf('%!.17g', {0}{1})) END",
                     alias, column);
}

std::string json_object(const FormDefinition& form, const std::vector<std::string>& columns,
                        std::string_view alias) {
  std::vector<std::string> parts;
  for (const auto& column : columns)
    parts.push_back(fmt::format("'{}', {}", column, json_value(form, column, alias)));
  return fmt::format("json_object({})", base::join(parts, ", "));
}

void record(registry::Database& database, const Source& source, std::int64_t index,
            std::int64_t entry) {
  const auto& form = *source.form;
  const auto columns = changeable(source);
  std::vector<std::string> keys;
  for (const auto& key : form.key) keys.push_back("s." + key);
  const auto is_new = fmt::format("r.{} IS NULL", form.key.front());
  auto statement = database.prepare(
      fmt::format("INSERT INTO main.journal_rows (import, position, table_name, row_key, before, "
                  "after) SELECT :entry, (SELECT ifnull(max(position), 0) FROM main.journal_rows "
                  "WHERE import = :entry) + row_number() OVER (ORDER BY s._row), '{}', "
                  "json_array({}), CASE WHEN NOT {} THEN {} END, CASE WHEN NOT {} THEN {} END "
                  "FROM staging.{} s LEFT JOIN main.{} r ON {} "
                  "WHERE s._source = :source AND s._valid AND ({} OR {})",
                  form.table, base::join(keys, ", "), is_new, json_object(form, columns, "r."),
                  is_new, json_object(form, columns, "s."), form.table, form.table,
                  same_key(form, "r.", "s."), is_new, any_differs(columns, "r.", "s.")),
      fmt::format("журнал таблицы {}", form.table));
  statement.bind(":entry", entry).bind(":source", index);
  statement.run();
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
                                   "_source = ? AND _valid ON CONFLICT ({}) DO {}",
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

std::vector<TableCount> compare_with_registry(registry::Database& database,
                                              const std::vector<FormDefinition>& forms,
                                              const std::vector<Source>& sources) {
  std::vector<TableCount> counts;
  in_form_order(forms, sources, [&](const Source& source, std::int64_t index) {
    compare(database, source, index, count_of(counts, source));
  });
  return counts;
}

void record_changes(registry::Database& database, const std::vector<FormDefinition>& forms,
                    const std::vector<Source>& sources, std::int64_t entry) {
  in_form_order(forms, sources, [&](const Source& source, std::int64_t index) {
    if (source.header_row > 0) record(database, source, index, entry);
  });
}

void apply_to_registry(registry::Database& database, const std::vector<FormDefinition>& forms,
                       const std::vector<Source>& sources) {
  database.execute("PRAGMA defer_foreign_keys = ON");
  in_form_order(forms, sources, [&](const Source& source, std::int64_t index) {
    if (source.header_row > 0) apply(database, source, index);
  });
}

}  // namespace metodaktiv::import
