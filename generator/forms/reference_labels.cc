#include "forms/reference_labels.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "config/form_stamp.h"
#include "config/ownership.h"
#include "forms/municipality_rows.h"
#include "workbook/cell_text.h"

namespace metodaktiv::forms {
namespace {

constexpr std::size_t kLongestName = 120;  // a list of choices is read at a glance

const config::FormColumn* first_reference(const config::FormDefinition& form) {
  for (const auto& column : form.columns) {
    if (column.type == config::ColumnType::kReference && column.required) return &column;
  }
  return nullptr;
}

/// On one line, short.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return workbook::cell_text(base::trimmed(line), kLongestName);
}

}  // namespace

ReferenceLabels::ReferenceLabels(registry::Database& registry,
                                 const std::vector<config::FormDefinition>& forms,
                                 std::string municipality)
    : registry_(registry), forms_(forms), municipality_(std::move(municipality)) {}

const std::vector<std::string>& ReferenceLabels::offered(const std::string& name) {
  return table(name).offered;
}

std::string ReferenceLabels::label(const std::string& table, const std::string& code) {
  return config::reference_label(name(table, code), code);
}

ReferenceLabels::Table& ReferenceLabels::table(const std::string& name) {
  const auto [entry, is_new] = tables_.try_emplace(name);
  auto& table = entry->second;
  if (!is_new) return table;
  table.form = config::form_of(forms_, name);
  if (!table.form) throw base::Failure(fmt::format("Нет описания таблицы «{}».", name));
  const auto& form = *table.form;
  if (!form.person.empty()) {
    table.columns = form.person;
  } else {
    for (const char* key : {"short_name", "name", "title"}) {
      if (form.column(key)) table.columns.emplace_back(key);
    }
    if (table.columns.empty()) table.via = first_reference(form);
  }

  auto query = registry_.prepare(
      fmt::format("SELECT {} {}", selected(table), rows_of_municipality(forms_, form)),
      fmt::format("списки формы, таблица {}", name));
  query.bind_if_present(":municipality", municipality_);
  std::vector<std::pair<std::string, std::string>> labels;  // what to sort by, label
  while (query.next()) {
    const auto code = query.text(0);
    const auto& shown = table.names[code] = name_of(table, query);
    labels.emplace_back(base::folded(shown), config::reference_label(shown, code));
  }
  std::sort(labels.begin(), labels.end());
  for (auto& [ignored, label] : labels) table.offered.push_back(std::move(label));
  return table;
}

std::string ReferenceLabels::selected(const Table& table) const {
  std::string columns = "t0." + table.form->key.front();
  for (const auto& column : table.columns) columns += ", t0." + column;
  if (table.via) {
    columns += ", t0." + table.via->key;
    if (table.form->column("school_year")) columns += ", t0.school_year";
  }
  return columns;
}

std::string ReferenceLabels::name_of(const Table& table, const registry::Statement& row) {
  if (table.via) {
    std::string shown = name(table.via->references, row.text(1));
    if (row.columns() > 2) shown += ", " + row.text_or_empty(2);
    return shown;
  }
  std::vector<std::string> parts;
  for (int i = 1; i < row.columns(); ++i) parts.push_back(row.text_or_empty(i));
  if (!table.form->person.empty()) {
    parts.resize(3);
    return one_line(base::full_name(parts[0], parts[1], parts[2]));
  }
  for (const auto& part : parts) {
    if (!base::trimmed(part).empty()) return one_line(part);
  }
  return {};
}

const std::string& ReferenceLabels::name(const std::string& table_name, const std::string& code) {
  auto& known = table(table_name);
  const auto found = known.names.find(code);
  if (found != known.names.end()) return found->second;
  auto query =
      registry_.prepare(fmt::format("SELECT {} FROM main.{} t0 WHERE t0.{} = ?1", selected(known),
                                    known.form->table, known.form->key.front()),
                        fmt::format("подпись строки, таблица {}", table_name));
  query.bind(1, code);
  return known.names[code] = query.next() ? name_of(known, query) : std::string();
}

}  // namespace metodaktiv::forms
