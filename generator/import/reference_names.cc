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

}  // namespace

const ReferenceNames::Codes& ReferenceNames::codes_of(std::string_view table) {
  if (const auto known = tables_.find(table); known != tables_.end()) return known->second;
  auto& codes = tables_[std::string(table)];
  const auto* form = config::form_of(forms_, table);
  if (!form || form->key.size() != 1) return codes;
  for (const auto& columns : name_columns(*form)) {
    auto query = database_.prepare(fmt::format("SELECT {}, {} FROM main.{}", form->key.front(),
                                               base::join(columns, ", "), form->table),
                                   "имена для ссылок");
    while (query.next()) {
      std::string name;
      for (int i = 1; i < query.columns(); ++i) name += query.text_or_empty(i) + ' ';
      name = base::folded(name);
      if (name.empty()) continue;
      auto code = query.text(0);
      const auto [entry, added] = codes.emplace(std::move(name), code);
      if (!added && entry->second != code) entry->second.clear();
    }
  }
  return codes;
}

ReferenceNames::Found ReferenceNames::find(std::string_view table, std::string_view name) {
  const auto& codes = codes_of(table);
  const auto found = codes.find(base::folded(name));
  if (found == codes.end()) return {};
  if (found->second.empty()) return {std::nullopt, true};
  return {found->second, false};
}

}  // namespace metodaktiv::import
