#include "config/query_forms.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace metodaktiv::config {
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

}  // namespace

std::set<std::string> words_of_query(std::string_view sql) {
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

std::vector<const FormDefinition*> forms_of_query(std::string_view sql,
                                                  const std::vector<FormDefinition>& forms) {
  auto words = words_of_query(sql);
  for (const auto& [relation, table] : kRelations) {
    if (words.contains(std::string(relation))) words.insert(std::string(table));
  }
  std::vector<const FormDefinition*> found;
  for (const auto& form : forms) {
    if (words.contains(form.table)) found.push_back(&form);
  }
  if (found.size() > 1)
    std::erase_if(found, [](const auto* form) { return form->table == kPlaces; });
  return found;
}

}  // namespace metodaktiv::config
