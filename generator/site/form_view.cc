#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/content_view.h"
#include "site/page_figures.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// Rows of form 2 on one page: a page of a large municipality stays light.
constexpr std::size_t kAssignmentsPerPage = 400;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

Page form1_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kForm1;
  page.template_name = "form1.html";
  page.heading = "Форма 1. Численный состав актива";
  page.title = "Форма 1";
  page.description =
      fmt::format("Сколько педагогов и методистов по каждому предмету: {}, {} учебный год.",
                  context.profile.name, model.school_year);
  page.lead = fmt::format("Хватает ли методистов по каждому предмету. {} учебный год, на {}.",
                          model.school_year, model.as_of.dotted());
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  page.fill = [&context, &model](Dict dict) {
    const auto& norms = context.profile.norms;
    Dict words = dict.add(norms.binding ? "NORM" : "ORIENTATION");
    words.put("NORM_SOURCE", norms.source);
    words.set("LOAD_MIN", std::to_string(norms.load_min));
    words.set("LOAD_MAX", std::to_string(norms.load_max));
    const auto& rows = model.form1_of(Scope::kRegion, model.region_code);
    if (rows.empty()) {
      dict.show("EMPTY");
      return;
    }
    fill_form1(
        dict, context, rows,
        fmt::format("Численный состав регионального методического актива в {} учебном году, {}",
                    model.school_year, context.profile.name));
    for (const auto& municipality : model.municipalities) {
      if (model.form1_of(Scope::kMunicipality, municipality.code).empty()) continue;
      Dict entry = dict.add("PLACE_LINK");
      entry.set("PLACE_TITLE", municipality.name);
      entry.link("PLACE_HREF", paths::municipality(municipality.code, "roster") + "#form-1");
    }
  };
  return page;
}

struct Totals {
  std::size_t people = 0, unnamed_rows = 0, organizations = 0;
  long long teachers = 0;
};

/// Assignments come sorted by person, so a change of person is a new one.
Totals totals_of(const std::vector<const Assignment*>& assignments) {
  Totals totals;
  const Methodist* last = nullptr;
  std::vector<const Organization*> organizations;
  for (const auto* assignment : assignments) {
    totals.teachers += assignment->teachers_count;
    organizations.push_back(assignment->organization);
    if (assignment->methodist == nullptr) {
      ++totals.unnamed_rows;
    } else if (assignment->methodist != last) {
      last = assignment->methodist;
      ++totals.people;
    }
  }
  std::sort(organizations.begin(), organizations.end());
  totals.organizations = static_cast<std::size_t>(
      std::unique(organizations.begin(), organizations.end()) - organizations.begin());
  return totals;
}

void fill_totals(Dict row, const Totals& totals) {
  if (totals.organizations == 0) {
    for (const auto* name : {"PEOPLE", "ORGANIZATIONS", "TEACHERS"}) row.set(name, "—");
    return;
  }
  row.set("PEOPLE", base::grouped(number(totals.people)));
  row.set("ORGANIZATIONS", base::grouped(number(totals.organizations)));
  row.set("TEACHERS", base::grouped(totals.teachers));
}

Page assignment_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kAssignment;
  page.template_name = "assignment.html";
  page.heading = "Закрепление методистов";
  page.description = fmt::format(
      "Форма 2: какие методисты закреплены за организациями {} в {} учебном году и по каким "
      "правилам.",
      context.profile.name_genitive, model.school_year);
  page.lead = fmt::format("К кому обратиться педагогу и за кого отвечает методист. {} учебный год.",
                          model.school_year);
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)}};
  page.tabs = asset_tabs(context);
  page.nav = Nav::kAsset;
  page.fill = [&context, &model](Dict dict) {
    dict.set("YEAR", model.school_year);
    fill_text(dict, context.content("assignment"), paths::kAssignment);
    fill_page_figures(dict, context.content("assignment"), context);
    if (model.assignments.empty()) {
      dict.show("EMPTY");
      return;
    }
    Dict table = dict.add("TABLE");
    for (const auto& municipality : model.municipalities) {
      Dict row = table.add("PLACE");
      const bool any = !municipality.assignments.empty();
      Dict name = row.add(any ? "LINKED" : "PLAIN");
      name.set("PLACE_TITLE", municipality.name);
      if (any) name.link("PLACE_HREF", paths::assignment_of(municipality.code));
      fill_totals(row, totals_of(municipality.assignments));
    }
    std::vector<const Assignment*> all;
    for (const auto& assignment : model.assignments) all.push_back(&assignment);
    fill_totals(table.add("TOTAL"), totals_of(all));
  };
  return page;
}

void fill_assignments(Dict dict, const Municipality& municipality, const Slice& slice,
                      const Context& context) {
  dict.set("YEAR", context.model.school_year);
  dict.set("REGION", context.profile.name);
  for (std::size_t i = slice.first; i < slice.last; ++i) {
    const auto* assignment = municipality.assignments[i];
    Dict row = dict.add("ASSIGNMENT");
    row.set("LINE", std::to_string(i + 1));
    const auto* person = assignment->methodist;
    if (person == nullptr) {
      row.show("UNNAMED");
    } else {
      Dict name = row.add("NAMED");
      name.set("NAME", person->full_name());
      name.link("HREF", paths::methodist(person->code));
      if (person->municipality != nullptr && person->municipality->code != municipality.code)
        name.put("NAME_PLACE", person->municipality->name);
    }
    row.set("SUBJECT", assignment->subject == nullptr ? "—" : assignment->subject->title);
    const bool has_other = person != nullptr && !person->other_direction.empty();
    row.set("OTHER", has_other ? person->other_direction : "—");
    row.show_if(!has_other, "NO_OTHER");
    row.set("SCHOOL", assignment->organization->shown_name());
    row.set("COUNT", base::grouped(assignment->teachers_count));
  }
  const auto totals = totals_of(municipality.assignments);
  fill_totals(dict, totals);
  dict.show_if(totals.unnamed_rows > 0, "UNNAMED_NOTE");
  fill_pager(dict, slice,
             [&](std::size_t n) { return paths::assignment_of(municipality.code, n); });
}

Page municipal_assignment_page(const Context& context, const Municipality& municipality,
                               const Slice& slice) {
  Page page;
  page.path = paths::assignment_of(municipality.code, slice.number);
  page.template_name = "assignment_municipality.html";
  page.heading = "Форма 2. Закрепление методистов";
  page.title = "Закрепление методистов — " + municipality.name;
  if (slice.number > 1) page.title += fmt::format(", страница {}", slice.number);
  page.eyebrow = municipality.name;
  page.description = fmt::format("Методисты, закреплённые за организациями {} в {} учебном году.",
                                 municipality.genitive, context.model.school_year);
  if (slice.number > 1) page.description += fmt::format(" Страница {}.", slice.number);
  page.lead = fmt::format("Кто из методистов работает с организациями {} в {} учебном году.",
                          municipality.genitive, context.model.school_year);
  page.crumbs = {{"Методический актив", std::string(paths::kAsset)},
                 {"Закрепление", std::string(paths::kAssignment)}};
  page.tabs = asset_tabs(context);
  page.current_tab = paths::kAssignment;
  page.nav = Nav::kAsset;
  page.fill = [&context, &municipality, slice](Dict dict) {
    fill_assignments(dict, municipality, slice, context);
  };
  return page;
}

}  // namespace

void add_form_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(form1_page(context));
  pages.push_back(assignment_page(context));
  for (const auto& municipality : context.model.municipalities) {
    if (municipality.assignments.empty()) continue;
    for (const auto& slice : slices(municipality.assignments.size(), kAssignmentsPerPage)) {
      pages.push_back(municipal_assignment_page(context, municipality, slice));
    }
  }
}

}  // namespace metodaktiv::site
