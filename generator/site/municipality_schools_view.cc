#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/anchors.h"
#include "site/municipality_view.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

/// People named beside an organization; the others are one number with a link to form 2.
constexpr std::size_t kNamesInRow = 3;

/// Who works with an organization this school year.
struct Assigned {
  std::vector<const Methodist*> named;  ///< each once, by name
  std::size_t unnamed_rows = 0;         ///< rows of form 2 without a name: maybe of one person
};

using AssignedTo = std::map<const Organization*, Assigned>;

/// Rows come sorted by person, so a person's rows for one organization are neighbours.
AssignedTo assigned_to(const Municipality& municipality) {
  AssignedTo result;
  for (const auto* row : municipality.assignments) {
    auto& assigned = result[row->organization];
    if (row->methodist == nullptr) {
      ++assigned.unnamed_rows;
    } else if (assigned.named.empty() || assigned.named.back() != row->methodist) {
      assigned.named.push_back(row->methodist);
    }
  }
  return result;
}

void fill_assigned(Dict row, const Assigned& assigned, const Municipality& municipality) {
  Dict people = row.add("PEOPLE");
  const auto shown = std::min(assigned.named.size(), kNamesInRow);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& person = *assigned.named[i];
    Dict entry = people.add("METHODIST");
    entry.set("METHODIST_NAME", person.full_name());
    entry.link("METHODIST_HREF", paths::methodist(person.code));
    if (person.subject != nullptr) entry.put("METHODIST_SUBJECT", person.subject->title);
    entry.show_if(i + 1 < shown, "NEXT");
  }
  const auto rest = assigned.named.size() - shown + assigned.unnamed_rows;
  if (rest == 0) return;
  Dict more = people.add(shown == 0 ? "ONLY_UNNAMED" : "MORE");
  more.set("REST", base::counted(static_cast<std::int64_t>(rest), "закрепление", "закрепления",
                                 "закреплений"));
  more.link("FORM2_HREF", paths::assignment_of(municipality.code));
}

void fill_organization(Dict row, const Organization& organization) {
  row.set("ANCHOR", organization_anchor(organization));
  const auto url = web_address(organization.site);
  Dict name = row.add(url.empty() ? "PLAIN" : "LINKED");
  name.set("NAME", organization.shown_name());
  if (!url.empty()) name.set("URL", url);
  if (organization.shown_name() != organization.name) row.put("FULL_NAME", organization.name);
  if (organization.remote) row.add("MARK").set("MARK_TITLE", "труднодоступная местность");
  if (organization.mentoring_model) {
    row.add("MARK").set("MARK_TITLE", "целевая модель наставничества");
  }
  for (const auto& site : organization.innovation_kinds) {
    row.add("MARK").set("MARK_TITLE", wording::innovation_kind(site));
  }
}

void fill_schools(Dict dict, const Municipality& municipality, const Context& context) {
  dict.set("YEAR", context.model.school_year);
  if (municipality.organizations.empty()) {
    dict.show("EMPTY");
    return;
  }
  dict.show_if(municipality.assignments.empty(), "NO_ASSIGNMENTS");
  const auto assigned = assigned_to(municipality);
  std::string kind;
  Dict group = dict;
  for (const auto* organization : municipality.organizations) {
    if (organization->kind != kind) {
      kind = organization->kind;
      group = dict.add("GROUP");
      const auto count =
          std::count_if(municipality.organizations.begin(), municipality.organizations.end(),
                        [&](const Organization* o) { return o->kind == kind; });
      group.set("GROUP_TITLE", wording::organization_group(kind));
      group.set("GROUP_COUNT", base::grouped(count));
    }
    Dict row = group.add("ORGANIZATION");
    fill_organization(row, *organization);
    if (const auto found = assigned.find(organization); found != assigned.end()) {
      fill_assigned(row, found->second, municipality);
    }
  }
}

/// «43 организации, за 40 закреплены методисты, 3 — инновационные площадки.»
std::string summary_of(const Municipality& municipality) {
  const auto& all = municipality.organizations;
  if (all.empty()) return {};
  std::vector<std::string> parts = {base::counted(static_cast<std::int64_t>(all.size()),
                                                  "организация", "организации", "организаций")};
  if (const auto assigned = assigned_to(municipality).size(); assigned > 0) {
    const std::string everywhere =
        all.size() == 1 ? "за ней закреплены методисты" : "за всеми закреплены методисты";
    parts.push_back(assigned == all.size() ? everywhere
                                           : fmt::format("методисты закреплены за {}", assigned));
  }
  const auto sites = std::count_if(
      all.begin(), all.end(), [](const Organization* o) { return !o->innovation_kinds.empty(); });
  if (sites > 0) {
    parts.push_back(base::counted(sites, "инновационная или стажировочная площадка",
                                  "инновационные или стажировочные площадки",
                                  "инновационных или стажировочных площадок"));
  }
  return base::join(parts, ", ") + ".";
}

}  // namespace

Page municipality_schools(const Context& context, const Municipality& municipality) {
  auto page = municipality_page(municipality, "schools", "Образовательные организации",
                                "municipality_schools.html");
  page.lead = summary_of(municipality);
  page.fill = [&context, &municipality](Dict dict) { fill_schools(dict, municipality, context); };
  return page;
}

}  // namespace metodaktiv::site
