#include "site/municipality_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/deadline_view.h"
#include "site/figure_change.h"
#include "site/package.h"
#include "site/paths.h"
#include "site/tile_map.h"
#include "site/view_parts.h"

namespace metodaktiv::site {
namespace {

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

/// Whether any indicator of the region has one.
bool has_targets(const Context& context) {
  const auto& indicators = context.profile.indicators;
  return std::any_of(indicators.begin(), indicators.end(),
                     [](const auto& indicator) { return indicator.target.has_value(); });
}

void fill_summary(Dict row, const Municipality& municipality, const Context& context) {
  row.set("PLACE_TITLE", municipality.name);
  row.link("PLACE_HREF", paths::municipality(municipality.code));
  row.set("METHODISTS", base::grouped(number(municipality.methodists_total)));
  row.set("PRACTICES", base::grouped(number(municipality.practices.size())));
  const auto package = package_of(municipality, context);
  row.set("DOCUMENTS", package.items.empty()
                           ? base::grouped(number(municipality.documents.size()))
                           : fmt::format("{} из {}", package.present(), package.items.size()));
  TargetCount targets;
  for (const auto& definition : context.profile.indicators) {
    const auto* figure = context.model.figure(definition.id, context.model.school_year,
                                              Scope::kMunicipality, municipality.code);
    if (figure == nullptr) continue;
    const auto one = count_targets({figure});
    targets.met += one.met;
    targets.measured += one.measured;
  }
  if (!has_targets(context)) return;
  row.add("AIM").set("TARGETS", targets.measured == 0
                                    ? std::string("—")
                                    : fmt::format("{} из {}", targets.met, targets.measured));
}

Page index_page(const Context& context) {
  const auto& model = context.model;
  Page page;
  page.path = paths::kMunicipalities;
  page.template_name = "municipalities.html";
  page.heading = "Муниципалитеты";
  page.description =
      fmt::format("Разделы муниципальных методических служб {}.", context.profile.name_genitive);
  page.lead = fmt::format(
      "{}: у каждого свой раздел — служба, методисты, документы, показатели, практики и сроки.",
      base::counted(number(model.municipalities.size()), "муниципалитет", "муниципалитета",
                    "муниципалитетов"));
  page.nav = Nav::kMunicipalities;
  page.fill = [&context, &model](Dict dict) {
    dict.set("YEAR", model.school_year);
    dict.show_if(has_targets(context), "AIMS_NOTE");
    if (!model.municipalities.empty())
      fill_tile_map(dict.add("MAP"), context, targets_map(context));
    const auto add_group = [&](const std::string& title, const Territory* territory) {
      Dict group = dict.add("GROUP");
      group.set("GROUP_TITLE", title);
      group.show_if(has_targets(context), "AIMS");
      group.set("DOCUMENTS_HEAD", context.profile.has_document_package() ? "Доку\u00ADменты пакета"
                                                                         : "Доку\u00ADментов");
      for (const auto& municipality : model.municipalities) {
        if (municipality.territory == territory) {
          fill_summary(group.add("PLACE"), municipality, context);
        }
      }
    };
    if (model.municipalities.empty()) dict.show("EMPTY");
    for (const auto& territory : model.territories) add_group(territory.name, &territory);
    const bool rest = std::any_of(model.municipalities.begin(), model.municipalities.end(),
                                  [](const Municipality& m) { return m.territory == nullptr; });
    if (rest)
      add_group(model.territories.empty() ? "Все муниципалитеты" : "Без территории", nullptr);
  };
  return page;
}

void add_figure(Dict dict, std::size_t count, std::string_view words, const std::string& path) {
  Dict entry = dict.add("KEY_FIGURE");
  entry.set("FIGURE", base::grouped(number(count)));
  entry.set("FIGURE_WORDS", words);
  entry.link("FIGURE_HREF", path);
}

/// «телефон, сайт»: what the service has not said about itself yet.
std::string missing_contacts(const Municipality& m) {
  std::vector<std::string> missing;
  if (m.ums_name.empty()) missing.emplace_back("название службы");
  if (m.ums_address.empty()) missing.emplace_back("адрес");
  if (m.ums_phone.empty()) missing.emplace_back("телефон");
  if (m.ums_email.empty()) missing.emplace_back("почта");
  if (web_address(m.ums_site).empty()) missing.emplace_back("сайт");
  return base::join(missing, ", ");
}

/// The newest practices and documents, or who brings them.
void fill_news_of_place(Dict dict, const Municipality& m, const Context& context) {
  constexpr std::size_t kNewest = 3;
  Dict practices = dict.add("NEWEST");
  practices.link("PRACTICES_HREF", paths::municipality(m.code, "practices"));
  if (m.practices.empty()) {
    practices.show("NO_PRACTICES");
  } else {
    const auto count = std::min(kNewest, m.practices.size());
    fill_practices(practices,
                   {m.practices.begin(), m.practices.begin() + static_cast<std::ptrdiff_t>(count)},
                   false);
  }
  Dict documents = dict.add("NEWEST_DOCUMENTS");
  documents.link("DOCUMENTS_HREF", paths::municipality(m.code, "documents"));
  if (m.documents.empty()) {
    documents.show("NO_DOCUMENTS");
  } else {
    const auto count = std::min(kNewest, m.documents.size());
    fill_documents(documents,
                   {m.documents.begin(), m.documents.begin() + static_cast<std::ptrdiff_t>(count)},
                   context.profile, DocumentList::kPlain);
  }
}

void fill_about(Dict dict, const Municipality& m, const Context& context) {
  dict.set("SERVICE", base::capitalized(context.profile.terms.service));
  dict.put("UMS_NAME", m.ums_name);
  dict.put("UMS_HEAD", m.ums_head);
  dict.put("UMS_ADDRESS", m.ums_address);
  dict.put("UMS_PHONE", m.ums_phone);
  dict.put("UMS_EMAIL", m.ums_email);
  if (const auto site = web_address(m.ums_site); !site.empty()) {
    Dict link = dict.add("UMS_SITE");
    link.set("SITE_URL", site);
    link.set("SITE_SHOWN", shown_address(site));
  }
  const bool silent = m.ums_address.empty() && m.ums_phone.empty() && m.ums_email.empty() &&
                      m.ums_site.empty() && m.ums_name.empty();
  dict.show_if(silent, "NO_CONTACTS");
  if (!silent) dict.put("MISSING_CONTACTS", missing_contacts(m));
  if (m.territory != nullptr) dict.put("TERRITORY", m.territory->name);

  const auto page = [&](std::string_view section) { return paths::municipality(m.code, section); };
  const auto count = [&](std::size_t n, std::string_view one, std::string_view few,
                         std::string_view many, std::string_view section) {
    add_figure(dict, n, base::plural(number(n), one, few, many), page(section));
  };
  count(m.methodists_total, "методист", "методиста", "методистов", "roster");
  count(m.organizations.size(), "организация", "организации", "организаций", "schools");
  count(m.associations.size(), "объединение", "объединения", "объединений", "associations");
  count(m.practices.size(), "практика", "практики", "практик", "practices");
  if (const auto package = package_of(m, context); package.items.empty()) {
    count(m.documents.size(), "документ", "документа", "документов", "documents");
  } else {
    add_figure(dict, package.present(),
               fmt::format("из {} обязательных документов", package.items.size()),
               page("documents"));
  }

  if (!context.profile.departments.empty()) {
    Dict departments = dict.add("DEPARTMENTS");
    departments.link("STANDARD_HREF", paths::kStandard);
    departments.set("DOCUMENT", context.profile.standard.name_dative);
    for (const auto& department : context.profile.departments) {
      Dict entry = departments.add("DEPARTMENT");
      entry.set("DEPARTMENT_TITLE", department.title);
      entry.set("SUMMARY", department.summary);
    }
  }
  auto events = m.events;
  events.insert(events.end(), context.model.regional_events.begin(),
                context.model.regional_events.end());
  fill_deadlines(dict, "DEADLINES", upcoming(context, events, 5, true), context);
  dict.link("CALENDAR_HREF", page("calendar"));
  fill_news_of_place(dict, m, context);
}

}  // namespace

Places::Places(const Context& context) {
  for (const auto& definition : context.profile.indicators) {
    auto& by_code = places_[definition.id];
    const auto figures =
        context.region.figures_of(definition.id, context.region.school_year, Scope::kMunicipality);
    const auto rows = ranked(figures);
    const auto with_number = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Ranked& row) { return row.place != 0; }));
    const auto median = median_of(figures);
    for (const auto& row : rows) by_code[row.figure->code] = {row.place, with_number, median};
  }
}

Places::Place Places::of(std::string_view indicator, const std::string& municipality) const {
  const auto found = places_.find(indicator);
  if (found == places_.end()) return {};
  const auto place = found->second.find(municipality);
  return place == found->second.end() ? Place{} : place->second;
}

Page municipality_page(const Municipality& municipality, std::string_view section,
                       std::string heading, std::string_view template_name) {
  Page page;
  page.path = paths::municipality(municipality.code, section);
  page.template_name = template_name;
  page.heading = std::move(heading);
  page.title = fmt::format("{} — {}", page.heading, municipality.name);
  page.eyebrow = municipality.name + (municipality.kind.empty() ? "" : ", " + municipality.kind);
  page.crumbs = {{"Муниципалитеты", std::string(paths::kMunicipalities)},
                 {municipality.name, paths::municipality(municipality.code)}};
  page.tabs = municipality_tabs(municipality);
  page.nav = Nav::kMunicipalities;
  page.description = fmt::format("{} в {}.", page.heading, municipality.prepositional);
  return page;
}

Page municipality_about(const Context& context, const Municipality& municipality) {
  auto page =
      municipality_page(municipality, "index", municipality.name, "municipality_about.html");
  page.crumbs.pop_back();
  page.eyebrow = municipality.kind.empty() ? "Муниципалитет" : base::capitalized(municipality.kind);
  page.title = fmt::format("{}: {}", municipality.name, context.profile.terms.service);
  page.lead = municipality.ums_name.empty()
                  ? fmt::format("{} {}", base::capitalized(context.profile.terms.service),
                                municipality.genitive)
                  : municipality.ums_name;
  page.description =
      fmt::format("{} {}: контакты, методисты, документы, показатели, практики и сроки.",
                  base::capitalized(context.profile.terms.service), municipality.genitive);
  page.fill = [&context, &municipality](Dict dict) { fill_about(dict, municipality, context); };
  return page;
}

Page municipality_roster(const Context& context, const Municipality& municipality) {
  auto page = municipality_page(municipality, "roster", "Методисты", "municipality_roster.html");
  page.lead = municipality.methodists_total == 0
                  ? std::string()
                  : fmt::format("{} на {}.",
                                base::counted(number(municipality.methodists_total),
                                              "региональный методист", "региональных методиста",
                                              "региональных методистов"),
                                context.model.as_of.dotted());
  page.fill = [&context, &municipality](Dict dict) {
    const auto& m = municipality;
    dict.show_if(m.methodists_total == 0, "EMPTY");
    dict.put("UNNAMED", unnamed_sentence(m.methodists_total, m.methodists.size()));
    if (!m.methodists.empty()) fill_people(dict.add("PEOPLE"), m.methodists, false, true);
    if (!m.assignments.empty()) {
      dict.add("ASSIGNED").link("ASSIGNMENT_HREF", paths::assignment_of(m.code));
    }
    const auto& rows = context.model.form1_of(Scope::kMunicipality, m.code);
    if (!rows.empty()) {
      fill_form1(dict.add("FORM1"), context, rows,
                 fmt::format("Численный состав актива в {} учебном году, {}",
                             context.model.school_year, m.name));
    }
  };
  return page;
}

void add_municipality_pages(const Context& context, std::vector<Page>& pages) {
  pages.push_back(index_page(context));
  const auto places = std::make_shared<const Places>(context);
  for (const auto& municipality : context.model.municipalities) {
    pages.push_back(municipality_about(context, municipality));
    pages.push_back(municipality_roster(context, municipality));
    pages.push_back(municipality_schools(context, municipality));
    pages.push_back(municipality_associations(municipality, context));
    pages.push_back(municipality_documents(context, municipality));
    pages.push_back(municipality_indicators(context, municipality, places));
    add_municipality_practices(context, municipality, pages);
    pages.push_back(municipality_calendar(context, municipality));
  }
}

}  // namespace metodaktiv::site
