#include "site/search_parts.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/model_index.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// Values that documents have, by their titles as a dictionary sorts them.
search::Facet used(std::string_view key, const std::vector<search::Document>& documents,
                   std::string (*title_of)(std::string_view)) {
  std::map<std::string, search::FacetValue> values;
  for (const auto& document : documents) {
    const auto found = document.facets.find(key);
    if (found == document.facets.end()) continue;
    for (const auto& value : found->second) {
      const auto title = base::capitalized(title_of(value));
      values.try_emplace(natural_key(title) + '\n' + value, search::FacetValue{value, title});
    }
  }
  search::Facet facet{std::string(key), {}};
  for (const auto& [order, value] : values) facet.values.push_back(value);
  return facet;
}

std::string itself(std::string_view text) { return std::string(text); }

}  // namespace

std::string facts_line(std::vector<std::string> facts) {
  std::erase(facts, "");
  return base::join(facts, " · ");
}

std::vector<std::string> names_in(std::string list) {
  std::replace(list.begin(), list.end(), ';', ',');
  return base::split(list, ',');
}

std::string newest_first(base::Date date) {
  std::string key = date.iso();
  for (char& c : key) {
    if (c >= '0' && c <= '9') c = static_cast<char>('0' + '9' - c);
  }
  return key;
}

std::vector<search::Kind> search_kinds() {
  return {{"methodist", "Методист", "Методисты"},
          {"practice", "Практика", "Практики"},
          {"municipality", "Муниципалитет", "Муниципалитеты"},
          {"subject", "Предмет", "Предметы"},
          {"indicator", "Показатель", "Показатели"},
          {"association", "Методическое объединение", "Методические объединения"},
          {"organization", "Организация", "Организации"},
          {"function", "Функция службы", "Функции службы"},
          {"document", "Документ", "Документы"},
          {"event", "Событие", "События"},
          {"news", "Новость", "Новости"},
          {"page", "Страница", "Страницы"}};
}

std::vector<search::Facet> search_facets(const Model& model,
                                         const std::vector<search::Document>& documents) {
  search::Facet subjects{"subject", {}};
  for (const auto& row : model.subjects) subjects.values.push_back({row.code, row.title});
  search::Facet municipalities{"municipality", {}};
  for (const auto& row : model.municipalities) {
    municipalities.values.push_back({row.code, row.name});
  }
  search::Facet territories{"territory", {}};
  for (const auto& row : model.territories) territories.values.push_back({row.code, row.name});
  auto years = used("year", documents, itself);
  std::reverse(years.values.begin(), years.values.end());
  return {std::move(subjects),
          std::move(municipalities),
          std::move(territories),
          used("direction", documents, itself),
          used("level", documents, wording::education_level),
          used("practice_kind", documents, wording::practice_kind),
          std::move(years)};
}

}  // namespace metodaktiv::site
