#include "site/month_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

constexpr int kDaysOfWeek = 7;
constexpr std::size_t kTitlesInCell = 2;

std::vector<const Event*> all_events(const Context& context) {
  std::vector<const Event*> events;
  for (const auto& event : context.model.events) events.push_back(&event);
  return events;
}

std::string month_path(CalendarMonth month) {
  return paths::calendar_month(month.year, month.month);
}

/// «2 срока, 3 события»
std::string counted(std::size_t deadlines, std::size_t events) {
  std::vector<std::string> parts;
  if (deadlines > 0) {
    parts.push_back(base::counted(static_cast<std::int64_t>(deadlines), "срок", "срока", "сроков"));
  }
  if (events > 0) {
    parts.push_back(
        base::counted(static_cast<std::int64_t>(events), "событие", "события", "событий"));
  }
  return base::join(parts, ", ");
}

std::size_t deadlines_of(const std::vector<CalendarEntry>& entries) {
  return static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const CalendarEntry& entry) { return entry.kind == EntryKind::kDeadline; }));
}

void fill_busy_day(Dict cell, base::Date date, const std::vector<CalendarEntry>& day,
                   GridTitles titles) {
  Dict link = cell.add("BUSY");
  const auto deadlines = deadlines_of(day);
  link.set("BUSY_NUMBER", std::to_string(date.day()));
  link.set("BUSY_WORDS", fmt::format(" {}: {}", base::month_name(date.month(), true),
                                     counted(deadlines, day.size() - deadlines)));
  const auto begins = std::find_if(day.begin(), day.end(),
                                   [&](const CalendarEntry& entry) { return entry.on == date; });
  link.set("BUSY_ANCHOR", day_anchor(begins == day.end() ? day.front().on : date));
  std::size_t written = 0, places = 0;
  std::vector<const CalendarEntry*> going_on;
  bool has[3] = {};
  for (const auto& entry : day) {
    has[static_cast<std::size_t>(entry.kind)] = true;
    const bool place =
        entry.kind == EntryKind::kMunicipality && titles == GridTitles::kNotOfMunicipalities;
    if (place) {
      ++places;
    } else if (entry.on < date) {
      going_on.push_back(&entry);
    } else if (written < kTitlesInCell) {
      ++written;
      Dict title = link.add("TITLE");
      title.set("CELL_TITLE", entry.title);
      title.set("CELL_MARK", mark_of(entry.kind));
    }
  }
  link.show_if(has[0], "DOT_DEADLINE");
  link.show_if(has[1], "DOT_REGION");
  link.show_if(has[2], "DOT_PLACE");
  const auto rest = day.size() - written - places - going_on.size();
  if (rest > 0) link.put("MORE", fmt::format("ещё {}", rest));
  if (going_on.size() == 1) {
    link.put("GOES_ON", "идёт " + wording::event_kind(going_on.front()->event->kind));
  } else if (!going_on.empty()) {
    link.put("GOES_ON", "идут " + base::counted(static_cast<std::int64_t>(going_on.size()),
                                                "событие", "события", "событий"));
  }
  if (places > 0) link.put("PLACES", fmt::format("{} в муниципалитетах", places));
}

Page month_page(const Context& context, CalendarMonth month,
                const std::vector<CalendarMonth>& months) {
  Page page;
  page.path = month_path(month);
  page.template_name = "month.html";
  page.heading = month.title();
  page.title = "Календарь: " + base::to_lower(month.title());
  page.eyebrow = "Календарь";
  page.crumbs = {{context.profile.standard.short_title, std::string(paths::kStandard)},
                 {"Календарь", std::string(paths::kCalendar)}};
  page.tabs = standard_tabs(context);
  page.current_tab = paths::kCalendar;
  page.nav = Nav::kStandard;
  page.description = fmt::format("Сроки методической работы и события {}: {}.",
                                 context.profile.name_genitive, base::to_lower(month.title()));
  const auto entries =
      entries_between(context, month.first_day(), month.last_day(), all_events(context));
  const auto deadlines = deadlines_of(entries);
  page.lead = entries.empty() ? std::string("Сроков и событий с датой в этом месяце нет.")
                              : counted(deadlines, entries.size() - deadlines) + ".";
  page.fill = [&context, month, months](Dict dict) {
    const auto shown =
        entries_between(context, month.first_day(), month.last_day(), all_events(context));
    fill_months(dict, context, &month);
    const auto step = [&](CalendarMonth to, std::string_view section) {
      if (std::find(months.begin(), months.end(), to) == months.end()) return;
      Dict link = dict.add(section);
      link.link("STEP_HREF", month_path(to));
      link.set("STEP_TITLE", to.title());
    };
    step(month.previous(), "BACK");
    step(month.next(), "FORWARD");
    if (shown.empty()) {
      dict.show("EMPTY");
    } else {
      Dict list = dict.add("LIST");
      fill_grid(list, month, shown,
                context.edition.municipal() ? GridTitles::kAll : GridTitles::kNotOfMunicipalities);
      fill_deadlines(list, "DEADLINES", shown, context,
                     {.anchors = Anchors::kDaysAndEvents, .owners = true});
    }
    dict.link("YEAR_HREF", paths::kCalendar);
    dict.link("EVENTS_HREF", paths::kEvents);
    dict.link("ICS_HREF", paths::calendar_file());
  };
  return page;
}

}  // namespace

std::vector<CalendarMonth> month_pages(const Context& context) {
  const auto span = plan_span(context.model.as_of);
  auto first = CalendarMonth::of(context.model.as_of);
  auto last = first;
  for (const auto& entry : entries_between(context, span.from, span.until, all_events(context))) {
    first = std::min(first, CalendarMonth::of(std::max(entry.on, span.from)));
    last = std::max(last, CalendarMonth::of(std::min(entry.until, span.until)));
  }
  std::vector<CalendarMonth> months;
  for (auto month = first; month <= last; month = month.next()) months.push_back(month);
  return months;
}

void fill_months(Dict dict, const Context& context, const CalendarMonth* here) {
  for (const auto month : month_pages(context)) {
    Dict link = dict.add("MONTH_PAGE");
    link.set("MONTH_PAGE_TITLE", month.name());
    link.link("MONTH_PAGE_HREF", month_path(month));
    link.show_if(here != nullptr && month == *here, "MONTH_PAGE_HERE");
  }
}

void fill_grid(Dict dict, CalendarMonth month, const std::vector<CalendarEntry>& entries,
               GridTitles titles) {
  Dict grid = dict.include("GRID", "month_grid.html");
  grid.set("GRID_TITLE", month.title());
  bool has_places = false;
  for (const auto& entry : entries) {
    has_places = has_places || (entry.kind == EntryKind::kMunicipality &&
                                entry.touches(month.first_day(), month.last_day()));
  }
  grid.show_if(has_places, "WITH_PLACES");
  const auto last = month.last_day();
  for (auto monday = month.first_day().plus_days(-weekday(month.first_day())); monday <= last;
       monday = monday.plus_days(kDaysOfWeek)) {
    Dict week = grid.add("WEEK");
    for (int i = 0; i < kDaysOfWeek; ++i) {
      const auto date = monday.plus_days(i);
      Dict cell = week.add("CELL");
      if (CalendarMonth::of(date) != month) {
        cell.show("OUTSIDE");
        continue;
      }
      std::vector<CalendarEntry> day;
      std::copy_if(entries.begin(), entries.end(), std::back_inserter(day),
                   [&](const CalendarEntry& entry) { return entry.touches(date, date); });
      if (day.empty()) {
        cell.add("FREE").set("FREE_NUMBER", std::to_string(date.day()));
      } else {
        fill_busy_day(cell, date, day, titles);
      }
    }
  }
}

void fill_nearest_month(Dict dict, const std::vector<CalendarEntry>& entries,
                        const Context& context) {
  const auto now = CalendarMonth::of(context.model.as_of);
  for (const auto& entry : entries) {
    if (entry.until < now.first_day()) continue;
    fill_grid(dict.add("NEAREST"), std::max(now, CalendarMonth::of(entry.on)), entries,
              GridTitles::kAll);
    return;
  }
}

void fill_subscription(Dict dict, const Context& context, std::string_view calendar_file) {
  Dict part = dict.include("SUBSCRIBE", "subscribe.html");
  const auto file = context.edition.address(calendar_file).value_or(std::string(calendar_file));
  part.link("ICS_HREF", file);
  const auto address = absolute_url(context.site.base_url, file);
  if (const auto scheme = address.find("://"); scheme != std::string::npos) {
    Dict known = part.add("ADDRESS");
    known.set("ICS_ADDRESS", address);
    known.set("ICS_WITHOUT_SCHEME", address.substr(scheme + 3));
  }
}

void add_month_pages(const Context& context, std::vector<Page>& pages) {
  const auto months = month_pages(context);
  for (const auto month : months) pages.push_back(month_page(context, month, months));
}

}  // namespace metodaktiv::site
