#include "forms/municipality_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "config/ownership.h"
#include "workbook/cell_text.h"

namespace metodaktiv::forms {
namespace {

bool may_be_missing(const config::FormDefinition& form, const config::FormColumn& column) {
  if (column.required || form.in_key(column.key)) return false;
  return std::none_of(form.one_of.begin(), form.one_of.end(), [&](const auto& group) {
    return std::find(group.begin(), group.end(), column.key) != group.end();
  });
}

bool is_too_long(const registry::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text && !workbook::fits_cell(*text, kLongestCell);
}

void drop_column(TableRows& table, std::size_t index) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  table.left_out_columns.push_back(table.columns[index]);
  table.columns.erase(table.columns.begin() + at);
  for (auto& row : table.rows) row.erase(row.begin() + at);
}

void leave_out_what_does_not_fit(TableRows& table) {
  for (std::size_t i = table.columns.size(); i-- > 0;) {
    const auto has_long_text = [i](const auto& row) { return is_too_long(row[i]); };
    if (std::none_of(table.rows.begin(), table.rows.end(), has_long_text)) continue;
    if (may_be_missing(*table.form, *table.columns[i])) {
      drop_column(table, i);
    } else {
      table.left_out_rows += static_cast<std::int64_t>(std::erase_if(table.rows, has_long_text));
    }
  }
  std::reverse(table.left_out_columns.begin(), table.left_out_columns.end());
}

bool is_personal(config::Privacy privacy) {
  return privacy == config::Privacy::kPersonal || privacy == config::Privacy::kConsent;
}

/// References show people by their names.
bool tells_about_people(const std::vector<config::FormDefinition>& forms,
                        const config::FormDefinition& form) {
  return is_personal(form.privacy) ||
         std::any_of(form.columns.begin(), form.columns.end(), [&](const auto& column) {
           const auto* target = config::form_of(forms, column.references);
           return is_personal(column.privacy) || (target && is_personal(target->privacy));
         });
}

}  // namespace

std::string rows_of_municipality(const std::vector<config::FormDefinition>& forms,
                                 const config::FormDefinition& form) {
  const auto path = config::municipality_path(forms, form);
  std::string sql = fmt::format("FROM main.{} t0", form.table);
  for (std::size_t i = 1; i < path.size(); ++i) {
    sql += fmt::format(" JOIN main.{} t{} ON t{}.{} = t{}.{}", path[i].form->table, i, i,
                       path[i].form->key.front(), i - 1, path[i - 1].column);
  }
  if (!path.empty()) {
    sql += fmt::format(" WHERE t{}.{} = :municipality", path.size() - 1, path.back().column);
  }
  return sql;
}

TableRows read_municipality_rows(registry::Database& registry,
                                 const std::vector<config::FormDefinition>& forms,
                                 const config::FormDefinition& form,
                                 std::string_view municipality) {
  TableRows table;
  table.form = &form;
  table.personal = tells_about_people(forms, form);
  std::vector<std::string> selected;
  for (const auto& column : form.columns) {
    if (column.import_only) continue;
    table.columns.push_back(&column);
    selected.push_back("t0." + column.key);
  }
  std::vector<std::string> order;
  for (const auto& key : form.key) order.push_back("t0." + key);
  auto query =
      registry.prepare(fmt::format("SELECT {} {} ORDER BY {}", base::join(selected, ", "),
                                   rows_of_municipality(forms, form), base::join(order, ", ")),
                       fmt::format("форма муниципалитета, таблица {}", form.table));
  query.bind_if_present(":municipality", std::string(municipality));
  while (query.next()) {
    auto& row = table.rows.emplace_back();
    for (int i = 0; i < query.columns(); ++i) row.push_back(query.value(i));
  }
  leave_out_what_does_not_fit(table);
  return table;
}

}  // namespace metodaktiv::forms
