#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "site/anchors.h"
#include "site/deadline_view.h"
#include "site/event_data.h"
#include "site/finder.h"
#include "site/month_view.h"
#include "site/municipality_view.h"
#include "site/package.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kPracticesPerPage = 40;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

void fill_associations(Dict dict, const Municipality& municipality, const Context& context) {
  dict.show_if(municipality.associations.empty(), "EMPTY");
  for (const auto* association : municipality.associations) {
    Dict row = dict.add("ASSOCIATION");
    row.set("NAME", association->name);
    row.set("ANCHOR", association_anchor(*association));
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

Finder municipal_finder(const Municipality& municipality, const Context& context) {
  auto finder = practice_finder(municipality.practices);
  finder.fixed.emplace_back("municipality", municipality.code);
  finder.facets.insert(
      finder.facets.begin(), subject_facet(context, [&](const Subject& subject) {
        return std::any_of(municipality.practices.begin(), municipality.practices.end(),
                           [&](const Practice* practice) { return practice->subject == &subject; });
      }));
  return finder;
}

}  // namespace

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

void add_municipality_practices(const Context& context, const Municipality& municipality,
                                std::vector<Page>& pages) {
  for (const auto& slice : slices(municipality.practices.size(), kPracticesPerPage)) {
    auto page =
        municipality_page(municipality, "practices", "Банк практик", "municipality_practices.html");
    page.path = paths::municipality_practices(municipality.code, slice.number);
    page.current_tab = paths::municipality(municipality.code, "practices");
    if (slice.number > 1) {
      page.title += fmt::format(", страница {}", slice.number);
      page.description += fmt::format(" Страница {}.", slice.number);
    }
    if (!municipality.practices.empty()) {
      page.lead =
          base::counted(number(municipality.practices.size()), "практика", "практики", "практик") +
          (slice.count > 1 ? fmt::format(", страница {} из {}", slice.number, slice.count) : "") +
          ", новые сверху.";
    }
    const bool with_finder = slice.number == 1 && municipality.practices.size() > 1;
    if (with_finder) add_finder_scripts(page);
    page.fill = [&municipality, &context, slice, with_finder](Dict dict) {
      const auto& practices = municipality.practices;
      dict.show_if(practices.empty(), "EMPTY");
      if (practices.empty()) return;
      if (with_finder) fill_finder(dict, municipal_finder(municipality, context));
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
  add_event_data(page, context, calendar_of(context, year, municipality.events, true),
                 &municipality);
  page.fill = [&context, &municipality, year](Dict dict) {
    auto events = municipality.events;
    const auto& regional = context.model.regional_events;
    events.insert(events.end(), regional.begin(), regional.end());
    const auto entries = calendar_of(context, year, events, true);
    fill_nearest_month(dict, entries, context);
    fill_calendar(dict, entries, context,
                  {.anchors = Anchors::kDaysAndEvents, .owners = true, .self = &municipality},
                  false);
    dict.link("FUNCTIONS_HREF", paths::kStandard);
    fill_subscription(dict, context, paths::calendar_file(municipality.code));
  };
  return page;
}

}  // namespace metodaktiv::site
