#include <fmt/format.h>

#include "base/text.h"
#include "config/ownership.h"
#include "config/query_forms.h"
#include "site/indicator_view.h"

namespace metodaktiv::site {
namespace {

std::string quoted_list(const std::vector<const config::FormDefinition*>& forms) {
  std::vector<std::string> titles;
  for (const auto* form : forms) titles.push_back(fmt::format("«{}»", form->title));
  if (titles.size() < 2) return base::join(titles, "");
  const auto last = titles.back();
  titles.pop_back();
  return base::join(titles, ", ") + " и " + last;
}

}  // namespace

std::string who_fills(const config::IndicatorDefinition& definition, const Context& context) {
  const auto& profile = context.profile;
  const auto found = config::forms_of_query(definition.sql, context.forms);
  std::vector<const config::FormDefinition*> municipal, regional;
  for (const auto* form : found) {
    const bool of_place = !config::municipality_path(context.forms, *form).empty();
    (of_place ? municipal : regional).push_back(form);
  }
  if (municipal.empty() && regional.empty())
    return fmt::format("Сведения вносит {}.", profile.terms.service);
  std::vector<std::string> parts;
  const auto filled = [&](const auto& forms, std::string_view who) {
    if (forms.empty()) return;
    parts.push_back(fmt::format("{} {} заполняет {}.", forms.size() == 1 ? "Форму" : "Формы",
                                quoted_list(forms), who));
  };
  filled(municipal, profile.terms.service);
  filled(regional, profile.operator_.short_name);
  return base::join(parts, " ");
}

std::string without_leading_comments(std::string_view sql) {
  while (sql.starts_with("--") || sql.starts_with('\n')) {
    const auto end = sql.find('\n');
    sql = end == std::string_view::npos ? std::string_view() : sql.substr(end + 1);
  }
  return std::string(base::trimmed(sql));
}

}  // namespace metodaktiv::site
