#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/deadline_view.h"
#include "site/distribution_parts.h"
#include "site/municipality_view.h"
#include "site/package.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPracticesPerPage = 40;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

void fill_schools(Dict dict, const Municipality& municipality) {
  if (municipality.organizations.empty()) {
    dict.show("EMPTY");
    return;
  }
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
    const auto url = web_address(organization->site);
    Dict name = row.add(url.empty() ? "PLAIN" : "LINKED");
    name.set("NAME", organization->shown_name());
    if (!url.empty()) name.set("URL", url);
    if (organization->shown_name() != organization->name) row.put("FULL_NAME", organization->name);
    if (organization->remote) row.add("MARK").set("MARK_TITLE", "труднодоступная местность");
    if (organization->mentoring_model)
      row.add("MARK").set("MARK_TITLE", "целевая модель наставничества");
    for (const auto& site : organization->innovation_kinds) {
      row.add("MARK").set("MARK_TITLE", wording::innovation_kind(site));
    }
  }
}

void fill_associations(Dict dict, const Municipality& municipality, const Context& context) {
  dict.show_if(municipality.associations.empty(), "EMPTY");
  for (const auto* association : municipality.associations) {
    Dict row = dict.add("ASSOCIATION");
    row.set("NAME", association->name);
    std::vector<std::string> facts = {wording::association_kind(association->kind)};
    if (association->subject != nullptr) facts.push_back(association->subject->title);
    if (association->members_count) {
      facts.push_back(
          base::counted(*association->members_count, "участник", "участника", "участников"));
    }
    if (!association->order_number.empty()) {
      facts.push_back(
          fmt::format("приказ №\u00A0{}{}", association->order_number,
                      association->order_on ? " от " + association->order_on->dotted() : ""));
    }
    row.set("FACTS", base::join(facts, " · "));
    row.put("HEAD", association->head);
    if (association->meetings.empty()) {
      row.show("NO_MEETINGS");
      continue;
    }
    // What is ahead and the last meetings stay in view; earlier ones fold away.
    constexpr std::size_t kInView = 4;
    Dict recent = row.add("MEETINGS");
    Dict earlier = row;
    for (std::size_t i = 0; i < association->meetings.size(); ++i) {
      const auto& meeting = association->meetings[i];
      if (i == kInView) {
        earlier = row.add("EARLIER");
        earlier.set("EARLIER_COUNT", base::counted(number(association->meetings.size() - kInView),
                                                   "заседание", "заседания", "заседаний"));
      }
      Dict item = i < kInView ? recent.add("MEETING") : earlier.add("EARLIER_MEETING");
      item.set("MEETING_DATE", meeting.held_on.iso());
      item.set("MEETING_DAY", meeting.held_on.dotted());
      item.set("TOPIC", meeting.topic);
      item.show_if(meeting.held_on > context.model.as_of, "PLANNED");
    }
  }
}

void fill_document_page(Dict dict, const Municipality& municipality, const Context& context) {
  const auto package = package_of(municipality, context);
  dict.set("YEAR", context.model.school_year);
  dict.set("PRESENT", std::to_string(package.present()));
  dict.set("REQUIRED", std::to_string(package.items.size()));
  const bool has_package = !package.items.empty();
  dict.show_if(has_package, "PACKAGE");
  dict.set("OTHERS_HEADING", has_package ? "Другие документы" : "Документы службы");
  dict.set("NO_OTHERS_WORDS",
           has_package ? "Других документов пока нет."
                       : "Документов пока нет. Их вносит методическая служба муниципалитета в "
                         "таблицу «Документы».");
  for (const auto& item : package.items) {
    Dict row = dict.add("KIND");
    row.set("KIND_TITLE", item.kind->title);
    row.put("KIND_SOURCE", item.kind->source);
    if (item.documents.empty()) {
      row.show("MISSING");
    } else {
      fill_documents(row.add("FOUND"), item.documents, context.profile, DocumentList::kOfOneKind);
    }
  }
  // The rest by school year, the latest first; documents without a year at the end.
  std::map<std::string, std::vector<const Document*>, std::greater<>> by_year;
  for (const auto* document : municipality.documents) {
    if (!package.holds(*document)) by_year[document->school_year].push_back(document);
  }
  for (const auto& [year, documents] : by_year) {
    Dict group = dict.add("OTHERS");
    group.set("OTHERS_TITLE", year.empty() ? "Без учебного года" : year + " учебный год");
    fill_documents(group, documents, context.profile, DocumentList::kOfOneYear);
  }
  dict.show_if(by_year.empty(), "NO_OTHERS");
}

void fill_indicator_page(Dict dict, const Municipality& municipality, const Context& context,
                         const Places& places) {
  const auto& model = context.model;
  dict.set("YEAR", model.school_year);
  dict.set("K", std::to_string(model.disclosure_k));
  bool hidden = false;
  for (const auto& group : context.profile.indicator_groups) {
    std::vector<const config::IndicatorDefinition*> shown;
    for (const auto& definition : context.profile.indicators) {
      const auto* figure =
          model.figure(definition.id, model.school_year, Scope::kMunicipality, municipality.code);
      if (definition.group == group.key && figure != nullptr) shown.push_back(&definition);
    }
    if (shown.empty()) continue;
    Dict section = dict.add("GROUP");
    section.set("GROUP_TITLE", group.title);
    section.set("CURRENT_YEAR", model.years.back());
    for (std::size_t i = model.years.size() - 1; i-- > 0;) {
      section.add("YEAR_HEAD").set("HEAD_YEAR", model.years[i]);
    }
    for (const auto* definition : shown) {
      Dict row = section.add("INDICATOR");
      row.set("TITLE",
              definition->short_title.empty() ? definition->title : definition->short_title);
      row.link("HREF", paths::indicator(definition->id));
      for (std::size_t i = model.years.size(); i-- > 0;) {
        const auto* figure =
            model.figure(definition->id, model.years[i], Scope::kMunicipality, municipality.code);
        hidden = hidden || (figure != nullptr && figure->status == Status::kSuppressed);
        if (i + 1 < model.years.size()) {
          row.add("BEFORE").set("BEFORE_VALUE", figure == nullptr ? "нет данных" : figure->shown());
          continue;
        }
        fill_figure(row, figure);
        row.set("GOAL", figure->target ? figure->shown_target() : "—");
      }
      const auto place = places.of(definition->id, municipality.code);
      const bool has_place = place.place != 0 && definition->unit != config::Unit::kPresence;
      row.set("PLACE", has_place ? fmt::format("{} из {}", place.place, place.of) : "—");
    }
  }
  hidden = fill_municipal_distributions(dict, municipality.code, context) || hidden;
  dict.show_if(hidden, "HIDDEN_NOTE");
}

}  // namespace

Page municipality_schools(const Municipality& municipality) {
  auto page = municipality_page(municipality, "schools", "Образовательные организации",
                                "municipality_schools.html");
  page.fill = [&municipality](Dict dict) { fill_schools(dict, municipality); };
  return page;
}

Page municipality_associations(const Municipality& municipality, const Context& context) {
  auto page = municipality_page(municipality, "associations", "Методические объединения",
                                "municipality_associations.html");
  page.fill = [&municipality, &context](Dict dict) {
    fill_associations(dict, municipality, context);
  };
  return page;
}

Page municipality_documents(const Context& context, const Municipality& municipality) {
  auto page =
      municipality_page(municipality, "documents", "Документы", "municipality_documents.html");
  page.fill = [&context, &municipality](Dict dict) {
    fill_document_page(dict, municipality, context);
  };
  return page;
}

Page municipality_indicators(const Context& context, const Municipality& municipality,
                             std::shared_ptr<const Places> places) {
  auto page =
      municipality_page(municipality, "indicators", "Показатели", "municipality_indicators.html");
  page.lead = fmt::format("{} учебный год, на {}. Название показателя ведёт к формуле и сравнению.",
                          context.model.school_year, context.model.as_of.dotted());
  page.fill = [&context, &municipality, places = std::move(places)](Dict dict) {
    fill_indicator_page(dict, municipality, context, *places);
  };
  return page;
}

void add_municipality_practices(const Municipality& municipality, std::vector<Page>& pages) {
  for (const auto& slice : slices(municipality.practices.size(), kPracticesPerPage)) {
    auto page =
        municipality_page(municipality, "practices", "Банк практик", "municipality_practices.html");
    page.path = paths::municipality_practices(municipality.code, slice.number);
    page.current_tab = paths::municipality(municipality.code, "practices");
    if (slice.number > 1) page.title += fmt::format(", страница {}", slice.number);
    if (!municipality.practices.empty()) {
      page.lead =
          base::counted(number(municipality.practices.size()), "практика", "практики", "практик") +
          (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count) : "") +
          ", новые сверху.";
    }
    page.fill = [&municipality, slice](Dict dict) {
      const auto& practices = municipality.practices;
      dict.show_if(practices.empty(), "EMPTY");
      if (practices.empty()) return;
      fill_practices(dict.add("LIST"),
                     {practices.begin() + static_cast<std::ptrdiff_t>(slice.first),
                      practices.begin() + static_cast<std::ptrdiff_t>(slice.last)},
                     false);
      fill_pager(dict, slice, [&](std::size_t n) {
        return paths::municipality_practices(municipality.code, n);
      });
    };
    pages.push_back(std::move(page));
  }
}

Page municipality_calendar(const Context& context, const Municipality& municipality) {
  const auto year = base::SchoolYear::parse(context.model.school_year)
                        .value_or(base::SchoolYear::of(context.model.as_of));
  auto page =
      municipality_page(municipality, "calendar",
                        fmt::format("Календарь на {} учебный год", year.text()), "calendar.html");
  page.title = "Календарь — " + municipality.name;
  page.description = fmt::format("Сроки методической службы и события {} в {} учебном году.",
                                 municipality.genitive, year.text());
  const auto& standard = context.profile.standard;
  page.lead =
      config::deadlines(standard, year).empty()
          ? std::string("События муниципалитета и региона.")
          : fmt::format("Сроки по {}, события муниципалитета и региона.", standard.name_dative);
  page.fill = [&context, &municipality, year](Dict dict) {
    auto events = municipality.events;
    const auto& regional = context.model.regional_events;
    events.insert(events.end(), regional.begin(), regional.end());
    fill_calendar(dict, calendar_of(context, year, events, true), context);
    dict.link("FUNCTIONS_HREF", paths::kStandard);
    dict.link("ICS_HREF", paths::calendar_file(municipality.code));
  };
  return page;
}

}  // namespace metodaktiv::site
