#include "import/table_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/nearest.h"
#include "base/text.h"
#include "tabular/code_points.h"

namespace metodaktiv::import {
namespace {

constexpr std::size_t kShownName = 60;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// A name with what a file or a sheet may not carry, and what people put instead, as spaces:
/// «РИП/СП», «РИП-СП» and «рип_сп» are one.
std::string loose(std::string_view name) {
  std::string text(name);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '/' || c == '_' || c == '-'; }, ' ');
  // macOS writes й and ё in file names as two characters.
  replace_all(text, "и\u0306", "й");
  replace_all(text, "И\u0306", "Й");
  replace_all(text, "е\u0308", "ё");
  replace_all(text, "Е\u0308", "Ё");
  return base::folded(text);
}

}  // namespace

const config::FormDefinition* form_named(std::string_view name,
                                         const std::vector<config::FormDefinition>& forms) {
  const std::string wanted = loose(name);
  for (const auto& form : forms) {
    if (loose(form.table) == wanted || loose(form.title) == wanted) return &form;
  }
  const auto trimmed = base::trimmed(name);
  const auto open = trimmed.rfind('(');
  if (!trimmed.ends_with(')') || open == std::string_view::npos || open == 0) return nullptr;
  return form_named(trimmed.substr(0, open), forms);
}

tabular::Problem unknown_table(std::string_view name, std::string_view renamed,
                               const std::vector<config::FormDefinition>& forms) {
  std::vector<std::string> names;
  std::vector<std::string> shown;
  for (const auto& form : forms) {
    names.push_back(form.table);
    names.push_back(form.title);
    shown.push_back(fmt::format("{} («{}»)", form.table, form.title));
  }
  std::string remedy;
  if (const auto near = base::nearest(name, names))
    remedy = fmt::format("Возможно, имелось в виду «{}». ", *near);
  remedy += fmt::format("Назовите {} по таблице: {}.", renamed, base::join(shown, ", "));
  return {"table", fmt::format("Таблицы «{}» нет.", tabular::shortened(name, kShownName)),
          std::move(remedy)};
}

}  // namespace metodaktiv::import
