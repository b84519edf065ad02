#include "site/finder.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "site/paths.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

constexpr std::array<std::string_view, 4> kScripts = {"stemmer-ru.js", "search-words.js",
                                                      "search.js", "finder.js"};

/// By title; an empty value is no choice.
std::vector<FinderChoice> choices_of(const std::map<std::string, std::string>& titles) {
  std::vector<FinderChoice> choices;
  for (const auto& [value, title] : titles) {
    if (!value.empty()) choices.push_back({value, base::capitalized(title), {}});
  }
  std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
    return base::folded(a.title) < base::folded(b.title);
  });
  return choices;
}

}  // namespace

void fill_finder(Dict dict, const Finder& finder) {
  Dict form = dict.include("FINDER", "finder.html");
  form.set("FINDER_LABEL", finder.label);
  form.set("TEXT_LABEL", finder.text_label);
  form.set("ONE", finder.one);
  form.set("FEW", finder.few);
  form.set("MANY", finder.many);
  form.set("ADVICE", finder.advice);
  form.link("FINDER_ACTION", paths::kSearch);
  std::vector<std::string> fixed;
  for (const auto& [name, value] : finder.fixed) fixed.push_back(std::string(name) + "=" + value);
  form.set("FIXED", base::join(fixed, "&"));
  for (const auto& facet : finder.facets) {
    if (facet.choices.size() < 2) continue;
    Dict field = form.add("FACET");
    field.set("FACET_NAME", facet.name);
    field.set("FACET_LABEL", facet.label);
    for (const auto& choice : facet.choices) {
      Dict option = field.add("CHOICE");
      option.set("CHOICE_VALUE", choice.value);
      option.set("CHOICE_TITLE", choice.title);
      option.put("CHOICE_NEAR", choice.near);
    }
  }
}

void add_finder_scripts(Page& page) {
  for (const auto script : kScripts) page.scripts.emplace_back(script);
}

FinderFacet subject_facet(const Context& context, const std::function<bool(const Subject&)>& fits) {
  FinderFacet facet{"subject", "Предмет"};
  for (const auto& subject : context.model.subjects) {
    if (fits(subject)) facet.choices.push_back({subject.code, subject.title, {}});
  }
  return facet;
}

FinderFacet municipality_facet(const Context& context,
                               const std::function<bool(const Municipality&)>& fits) {
  FinderFacet facet{"municipality", "Муниципалитет"};
  for (const auto& municipality : context.model.municipalities) {
    if (!fits(municipality)) continue;
    facet.choices.push_back(
        {municipality.code, municipality.name,
         municipality.territory == nullptr ? std::string() : municipality.territory->code});
  }
  return facet;
}

FinderFacet territory_facet(const Context& context) {
  FinderFacet facet{"territory", "Территория"};
  for (const auto& territory : context.model.territories) {
    facet.choices.push_back({territory.code, territory.name, {}});
  }
  return facet;
}

FinderFacet methodist_direction_facet(const Context& context) {
  std::map<std::string, std::string> titles;
  for (const auto& person : context.model.methodists) {
    for (const auto& title : person.directions) titles.emplace(title, title);
  }
  return {"direction", "Направление", choices_of(titles)};
}

Finder practice_finder(const std::vector<const Practice*>& practices) {
  std::map<std::string, std::string> kinds, levels, directions, years;
  for (const auto* practice : practices) {
    kinds.emplace(practice->kind, wording::practice_kind(practice->kind));
    if (!practice->level.empty())
      levels.emplace(practice->level, wording::education_level(practice->level));
    directions.emplace(practice->direction, practice->direction);
    years.emplace(std::to_string(practice->year), std::to_string(practice->year));
  }
  auto newest_first = choices_of(years);
  newest_first = {newest_first.rbegin(), newest_first.rend()};
  Finder finder;
  finder.label = "Поиск практики";
  finder.text_label = "Тема, задача, слово из описания";
  finder.one = "практика";
  finder.few = "практики";
  finder.many = "практик";
  finder.fixed = {{"kind", "practice"}};
  finder.advice = "Попробуйте другое слово о том же или уберите часть условий.";
  finder.facets = {{"practice_kind", "Вид практики", choices_of(kinds)},
                   {"level", "Уровень", choices_of(levels)},
                   {"direction", "Направление", choices_of(directions)},
                   {"year", "Год", std::move(newest_first)}};
  return finder;
}

}  // namespace metodaktiv::site
