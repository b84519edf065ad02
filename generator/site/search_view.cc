#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "site/finder.h"
#include "site/municipal_site.h"
#include "site/paths.h"
#include "site/search_parts.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

/// Whether this edition of the site has the page.
bool has(const Context& context, std::string_view path) {
  return context.edition.address(path).has_value();
}

/// The way to everything without JavaScript.
void fill_lists(Dict dict, const Context& context) {
  const auto add_section = [&](std::string_view title, std::string_view path,
                               std::string_view about) {
    if (!has(context, path)) return;
    Dict entry = dict.add("SECTION_LINK");
    entry.set("LINK_TITLE", title);
    entry.link("LINK_HREF", path);
    entry.set("LINK_ABOUT", about);
  };
  if (context.edition.municipal()) {
    for (const auto& item : municipal_navigation(context)) add_section(item.title, item.path, {});
  } else {
    add_section("Состав актива", paths::kRoster,
                "методисты по предмету, муниципалитету и алфавиту");
    add_section("Банк практик", paths::kPractices, "практики по предмету и муниципалитету");
    add_section("Показатели", paths::kIndicators, "значения, цели и способ расчёта");
    add_section("Муниципалитеты", paths::kMunicipalities, "службы, школы, объединения, документы");
    add_section(base::capitalized(context.profile.standard.short_title), paths::kStandard,
                "что и к какому сроку делает методическая служба");
    add_section("Документы", paths::kDocuments, "приказы, положения, рекомендации");
    add_section("Новости", paths::kNews, "что изменилось");
  }
  std::optional<Dict> subjects;
  for (const auto& subject : context.model.subjects) {
    const auto people = paths::roster_of_subject(subject.code);
    const auto practices = paths::practice_list("subject-" + subject.code, 1);
    const bool with_people = subject.methodists > 0 && has(context, people);
    const bool with_practices = !subject.practices.empty() && has(context, practices);
    if (!with_people && !with_practices) continue;
    if (!subjects) subjects = dict.add("SUBJECTS");
    Dict entry = subjects->add("SUBJECT");
    entry.set("SUBJECT_TITLE", subject.title);
    if (with_people) entry.add("SUBJECT_PEOPLE").link("PEOPLE_HREF", people);
    if (with_practices) entry.add("SUBJECT_PRACTICES").link("PRACTICES_HREF", practices);
  }
  if (context.model.municipalities.size() < 2) return;
  Dict places = dict.add("PLACES");
  for (const auto& municipality : context.model.municipalities) {
    Dict entry = places.add("PLACE");
    entry.set("PLACE_TITLE", municipality.name);
    entry.link("PLACE_HREF", paths::municipality(municipality.code));
  }
}

std::vector<FinderChoice> kinds() {
  std::vector<FinderChoice> choices;
  for (const auto& kind : search_kinds()) choices.push_back({kind.key, kind.many, {}});
  return choices;
}

Finder search_finder(const Context& context) {
  Finder finder;
  finder.label = "Поиск по сайту";
  finder.text_label = "Что найти: фамилию, тему, показатель, документ, школу";
  finder.one = "результат";
  finder.few = "результата";
  finder.many = "результатов";
  finder.advice =
      "Попробуйте слово короче или другое слово о том же, уберите часть слов. Имена методистов без "
      "согласия на публикацию не показаны нигде.";
  finder.facets.push_back({"kind", "Раздел", kinds()});
  finder.facets.push_back(subject_facet(context, [](const Subject& subject) {
    return subject.methodists > 0 || !subject.practices.empty();
  }));
  finder.facets.push_back(municipality_facet(context, [](const Municipality&) { return true; }));
  finder.facets.push_back(territory_facet(context));
  return finder;
}

}  // namespace

void add_search_pages(const Context& context, std::vector<Page>& pages) {
  Page page;
  page.path = paths::kSearch;
  page.template_name = "search.html";
  page.heading = "Поиск";
  page.description =
      fmt::format("Поиск по методистам, практикам, показателям, документам и муниципалитетам {}.",
                  context.profile.name_genitive);
  page.lead = "Методисты, практики, показатели, документы, муниципалитеты — всё в одном месте.";
  add_finder_scripts(page);
  page.fill = [&context](Dict dict) {
    fill_finder(dict, search_finder(context));
    fill_lists(dict, context);
  };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
