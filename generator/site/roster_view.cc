#include <fmt/format.h>

#include "base/text.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// Longer lists stay on the pages by subject and by municipality.
constexpr std::size_t kLongestRoster = 3000;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string people_count(std::size_t n) {
  return base::counted(number(n), "методист", "методиста", "методистов");
}

void fill_subjects(Dict dict, const Context& context) {
  std::string area;
  Dict group = dict;
  for (const auto& subject : context.model.subjects) {
    if (subject.methodists == 0) continue;
    if (subject.area != area) {
      area = subject.area;
      group = dict.add("AREA");
      group.set("AREA_TITLE", base::capitalized(area));
    }
    Dict entry = group.add("SUBJECT_LINK");
    entry.set("SUBJECT_TITLE", base::capitalized(subject.name));
    entry.link("SUBJECT_HREF", paths::roster_of_subject(subject.code));
    entry.set("SUBJECT_COUNT", base::grouped(number(subject.methodists)));
    Dict option = dict.add("SUBJECT_OPTION");
    option.set("OPTION_VALUE", subject.code);
    option.set("OPTION_TITLE", subject.title);
  }
  for (const auto& municipality : context.model.municipalities) {
    if (municipality.methodists_total == 0) continue;
    Dict entry = dict.add("PLACE_LINK");
    entry.set("PLACE_TITLE", municipality.name);
    entry.link("PLACE_HREF", paths::municipality(municipality.code, "roster"));
    entry.set("PLACE_COUNT", base::grouped(number(municipality.methodists_total)));
    Dict option = dict.add("PLACE_OPTION");
    option.set("OPTION_VALUE", municipality.code);
    option.set("OPTION_TITLE", municipality.name);
  }
}

Page roster_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kRoster;
  page.template_name = "roster.html";
  page.heading = "Состав актива";
  page.title = "Региональные методисты";
  page.description = fmt::format("Региональные методисты {}: поиск по предмету и муниципалитету.",
                                 context.profile.name_genitive);
  page.lead = fmt::format("На {} в составе актива {}.", model.as_of.in_words(),
                          people_count(model.methodists_total));
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  page.script = "roster.js";
  page.fill = [&context, &model](Dict dict) {
    fill_subjects(dict, context);
    dict.put("UNNAMED", unnamed_sentence(model.methodists_total, model.methodists.size()));
    std::vector<const Methodist*> people;
    for (const auto& methodist : model.methodists) people.push_back(&methodist);
    if (people.empty()) {
      dict.show("NOBODY");
    } else if (people.size() <= kLongestRoster) {
      Dict list = dict.add("EVERYBODY");
      list.set("TOTAL", people_count(people.size()));
      fill_people(list, people, true, true);
    }
  };
  return page;
}

Page subject_page(const Context& context, const Subject& subject) {
  Page page;
  page.path = paths::roster_of_subject(subject.code);
  page.template_name = "roster_subject.html";
  page.heading = subject.title;
  page.title = "Методисты: " + subject.title;
  page.eyebrow = "Региональные методисты";
  page.description = fmt::format("Региональные методисты {} по предмету «{}».",
                                 context.profile.name_genitive, subject.title);
  page.lead =
      fmt::format("{}. Предметная область: {}.", people_count(subject.methodists), subject.area);
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)},
                 {"Состав актива", std::string(paths::kRoster)}};
  page.tabs = asset_tabs(context);
  page.current_tab = paths::kRoster;
  page.nav = Nav::kAsset;
  page.fill = [&context, &subject](Dict dict) {
    dict.put("UNNAMED", unnamed_sentence(subject.methodists, subject.named.size()));
    // People grouped by municipality: whoever looks for a methodist looks for one nearby.
    for (const auto& municipality : context.model.municipalities) {
      std::vector<const Methodist*> people;
      for (const auto* methodist : subject.named) {
        if (methodist->municipality == &municipality) people.push_back(methodist);
      }
      if (people.empty()) continue;
      Dict place = dict.add("PLACE");
      place.set("PLACE_TITLE", municipality.name);
      place.link("PLACE_HREF", paths::municipality(municipality.code, "roster"));
      fill_people(place, people, false, false);
    }
    std::vector<const Methodist*> elsewhere;
    for (const auto* methodist : subject.named) {
      if (methodist->municipality == nullptr) elsewhere.push_back(methodist);
    }
    if (!elsewhere.empty()) fill_people(dict.add("ELSEWHERE"), elsewhere, false, false);
    if (subject.named.empty()) dict.show("NOBODY");
    if (!subject.practices.empty()) {
      Dict practices = dict.add("PRACTICES");
      practices.link("PRACTICES_HREF", paths::practice_list("subject-" + subject.code, 1));
      practices.set("PRACTICES_COUNT", base::counted(number(subject.practices.size()), "практика",
                                                     "практики", "практик"));
    }
  };
  return page;
}

void fill_card(Dict dict, const Methodist& person, const Context& context) {
  if (person.municipality != nullptr) {
    Dict place = dict.add("PLACE");
    place.set("PLACE_TITLE", person.municipality->name);
    place.link("PLACE_HREF", paths::municipality(person.municipality->code));
  }
  if (person.organization != nullptr) {
    dict.put("ORGANIZATION", person.organization->name);
    dict.put("ORGANIZATION_SITE", web_address(person.organization->site));
  }
  if (person.subject != nullptr) {
    Dict subject = dict.add("SUBJECT");
    subject.set("SUBJECT_TITLE", person.subject->title);
    subject.link("SUBJECT_HREF", paths::roster_of_subject(person.subject->code));
  }
  dict.put("OTHER_DIRECTION", person.other_direction);
  if (!person.directions.empty()) {
    Dict list = dict.add("DIRECTIONS");
    for (const auto& title : person.directions) list.add("DIRECTION").set("DIRECTION_TITLE", title);
  }
  if (person.included_on) dict.put("INCLUDED_ON", person.included_on->in_words());
  dict.put("EMAIL", person.email);
  dict.put("ABOUT", person.about);
  if (person.assignments.empty()) {
    dict.show("UNASSIGNED");
    dict.set("CARD_YEAR", context.model.school_year);
    return;
  }
  Dict table = dict.add("ASSIGNED");
  table.set("YEAR", context.model.school_year);
  long long teachers = 0;
  for (const auto* assignment : person.assignments) {
    Dict row = table.add("ASSIGNMENT");
    row.set("SCHOOL", assignment->organization->shown_name());
    const auto* place = assignment->organization->municipality;
    if (place != nullptr && place != person.municipality) row.put("SCHOOL_PLACE", place->name);
    row.set("COUNT", base::grouped(assignment->teachers_count));
    row.set("MODE", assignment->mode.empty() ? "—" : wording::assignment_mode(assignment->mode));
    teachers += assignment->teachers_count;
  }
  table.set("TEACHERS", base::grouped(teachers));
}

Page card_page(const Context& context, const Methodist& person) {
  Page page;
  page.path = paths::methodist(person.code);
  page.template_name = "methodist.html";
  page.heading = person.full_name();
  page.eyebrow = "Региональный методист";
  std::vector<std::string> facts;
  if (person.subject != nullptr) facts.push_back(person.subject->title);
  if (person.municipality != nullptr) facts.push_back(person.municipality->name);
  page.description = fmt::format("{} — региональный методист{}{}.", page.heading,
                                 facts.empty() ? "" : ": ", base::join(facts, ", "));
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)},
                 {"Состав актива", std::string(paths::kRoster)}};
  if (person.subject != nullptr) {
    page.crumbs.push_back({person.subject->title, paths::roster_of_subject(person.subject->code)});
  }
  page.nav = Nav::kAsset;
  page.fill = [&context, &person](Dict dict) { fill_card(dict, person, context); };
  return page;
}

}  // namespace

void add_roster_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(roster_page(context));
  for (const auto& subject : context.model.subjects) {
    if (subject.methodists > 0) pages.push_back(subject_page(context, subject));
  }
  for (const auto& person : context.model.methodists) pages.push_back(card_page(context, person));
}

}  // namespace metodaktiv::site
