#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

#include "base/text.h"
#include "config/ownership.h"
#include "site/indicator_view.h"

namespace metodaktiv::site {
namespace {

/// Prepared relations and the table whose form fills them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRelations = {
    {{"current_teachers", "teachers"},
     {"teacher_levels", "assessments"},
     {"active_methodists", "methodists"},
     {"methodist_criteria", "methodists"},
     {"required_documents", "documents"}}};
constexpr std::string_view kPlaces = "municipalities";

bool is_word(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// Words of a query outside comments and literals, lower case.
std::set<std::string> words_of(std::string_view sql) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < sql.size();) {
    if (sql.substr(i, 2) == "--") {
      i = std::min(sql.find('\n', i), sql.size());
    } else if (sql[i] == '\'') {
      i = std::min(sql.find('\'', i + 1), sql.size() - 1) + 1;
    } else if (is_word(sql[i])) {
      std::size_t end = i;
      while (end < sql.size() && is_word(sql[end])) ++end;
      words.insert(base::to_lower(sql.substr(i, end - i)));
      i = end;
    } else {
      ++i;
    }
  }
  return words;
}

std::string quoted_list(const std::vector<const config::FormDefinition*>& forms) {
  std::vector<std::string> titles;
  for (const auto* form : forms) titles.push_back(fmt::format("«{}»", form->title));
  if (titles.size() < 2) return base::join(titles, "");
  const auto last = titles.back();
  titles.pop_back();
  return base::join(titles, ", ") + " и " + last;
}

}  // namespace

std::vector<const config::FormDefinition*> forms_of_query(
    std::string_view sql, const std::vector<config::FormDefinition>& forms) {
  auto words = words_of(sql);
  for (const auto& [relation, table] : kRelations) {
    if (words.contains(std::string(relation))) words.insert(std::string(table));
  }
  std::vector<const config::FormDefinition*> found;
  for (const auto& form : forms) {
    if (words.contains(form.table)) found.push_back(&form);
  }
  if (found.size() > 1)
    std::erase_if(found, [](const auto* form) { return form->table == kPlaces; });
  return found;
}

std::string who_fills(const config::IndicatorDefinition& definition, const Context& context) {
  const auto& profile = context.profile;
  const auto found = forms_of_query(definition.sql, context.forms);
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
