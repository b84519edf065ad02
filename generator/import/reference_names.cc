#include "import/reference_names.h"

#include <fmt/format.h>

#include "base/text.h"
#include "config/ownership.h"

namespace metodaktiv::import {
namespace {

/// The columns that hold a row's name; empty when it has none.
std::vector<std::vector<std::string>> name_columns(const config::FormDefinition& form) {
  if (!form.person.empty()) return {form.person};
  std::vector<std::vector<std::string>> names;
  for (const auto* key : {"name", "short_name", "title"}) {
    if (form.column(key) && form.column(key)->key == key) names.push_back({key});
  }
  return names;
}

/// SQL expression: the municipality of the row `alias`, the table of path[step]; NULL for tables of
/// the region.
std::string registry_owner(const std::vector<config::OwnershipStep>& path, std::size_t step,
                           const std::string& alias) {
  if (path.empty()) return "NULL";
  const auto& column = path[step].column;
  if (step + 1 == path.size()) return fmt::format("{}.{}", alias, column);
  const auto& next = *path[step + 1].form;
  const auto inner = fmt::format("r{}", step);
  return fmt::format("(SELECT {} FROM main.{} AS {} WHERE {}.{} = {}.{})",
                     registry_owner(path, step + 1, inner), next.table, inner, inner,
                     next.key.front(), alias, column);
}

}  // namespace

const ReferenceNames::Codes& ReferenceNames::codes_of(std::string_view table) {
  if (const auto known = tables_.find(table); known != tables_.end()) return known->second;
  auto& codes = tables_[std::string(table)];
  const auto* form = config::form_of(forms_, table);
  if (!form || form->key.size() != 1) return codes;
  const auto owner = registry_owner(config::municipality_path(forms_, *form), 0, "r");
  for (const auto& columns : name_columns(*form)) {
    auto query =
        database_.prepare(fmt::format("SELECT r.{}, {}, {} FROM main.{} AS r", form->key.front(),
                                      owner, base::join(columns, ", "), form->table),
                          "имена для ссылок");
    while (query.next()) {
      std::string name;
      for (int i = 2; i < query.columns(); ++i) name += query.text_or_empty(i) + ' ';
      name = base::folded(name);
      if (!name.empty())
        codes.emplace(std::move(name), Owned{query.text(0), query.text_or_empty(1)});
    }
  }
  return codes;
}

ReferenceNames::Found ReferenceNames::find(std::string_view table, std::string_view name,
                                           std::string_view municipality) {
  const auto& codes = codes_of(table);
  Found result;
  const auto [first, last] = codes.equal_range(base::folded(name));
  for (auto it = first; it != last; ++it) {
    const auto& owned = it->second;
    const bool foreign =
        !municipality.empty() && !owned.municipality.empty() && owned.municipality != municipality;
    if (foreign || result.code == owned.code) continue;
    result.several = result.code.has_value();
    if (result.several) return {std::nullopt, true};
    result.code = owned.code;
  }
  return result;
}

}  // namespace metodaktiv::import
