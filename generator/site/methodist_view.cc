#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// This school year's organizations.
void fill_assigned(Dict dict, const Methodist& person, const Context& context) {
  if (person.assignments.empty()) {
    dict.show("UNASSIGNED");
    dict.set("CARD_YEAR", context.model.school_year);
    return;
  }
  Dict table = dict.add("ASSIGNED");
  table.set("YEAR", context.model.school_year);
  const bool several_subjects =
      std::any_of(person.assignments.begin(), person.assignments.end(),
                  [&](const auto* assignment) { return assignment->subject != person.subject; });
  long long teachers = 0;
  for (const auto* assignment : person.assignments) {
    Dict row = table.add("ASSIGNMENT");
    row.set("SCHOOL", assignment->organization->shown_name());
    const auto* place = assignment->organization->municipality;
    if (place != nullptr && place != person.municipality) row.put("SCHOOL_PLACE", place->name);
    if (several_subjects && assignment->subject != nullptr)
      row.put("ASSIGNED_SUBJECT", assignment->subject->title);
    row.set("COUNT", base::grouped(assignment->teachers_count));
    row.set("MODE", assignment->mode.empty() ? "—" : wording::assignment_mode(assignment->mode));
    teachers += assignment->teachers_count;
  }
  table.set("TEACHERS", base::grouped(teachers));
}

/// Practices of the person's subject from the person's municipality, newest first.
void fill_practices_nearby(Dict dict, const Methodist& person, const Context& context) {
  if (person.subject == nullptr || person.municipality == nullptr) return;
  constexpr std::size_t kShown = 4;
  std::vector<const Practice*> practices;
  for (const auto* practice : person.subject->practices) {
    if (practice->municipality == person.municipality && practices.size() < kShown) {
      practices.push_back(practice);
    }
  }
  Dict section = dict.add("CARD_PRACTICES");
  if (const auto all = person.subject->practices.size(); all > 0) {
    Dict link = section.add("ALL_PRACTICES");
    link.show_if(!context.edition.municipal(), "IN_REGION");
    link.set("ALL_TITLE",
             base::counted(static_cast<std::int64_t>(all), "практика", "практики", "практик"));
    link.link("ALL_HREF", paths::practice_list("subject-" + person.subject->code, 1));
  }
  if (practices.empty()) {
    section.show("NO_PRACTICES");
  } else {
    fill_practices(section, practices, false);
  }
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
  if (person.email.empty() && person.municipality != nullptr) {
    Dict service = dict.add("NO_EMAIL");
    service.set("SERVICE_PLACE", person.municipality->name);
    service.link("SERVICE_HREF", paths::municipality(person.municipality->code));
  }
  dict.put("ABOUT", person.about);
  fill_practices_nearby(dict, person, context);
  fill_assigned(dict, person, context);
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

void add_methodist_pages(const Context& context, std::vector<Page>& pages) {
  for (const auto& person : context.model.methodists) pages.push_back(card_page(context, person));
}

}  // namespace metodaktiv::site
