#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "site/calendar_month.h"
#include "site/deadline_view.h"
#include "site/event_data.h"
#include "site/month_view.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/views.h"

namespace metodaktiv::site {
namespace {

/// With more events than this the municipalities' ones stand in full only in the nearest months;
/// the rest of them is on the month pages.
constexpr std::size_t kEventsInFull = 150;
constexpr int kNearMonths = 2;
constexpr std::size_t kNextDeadlines = 4;

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

/// Events that have not ended before the school year.
std::vector<CalendarEntry> events_of(const Context& context) {
  std::vector<const Event*> events;
  for (const auto& event : context.model.events) events.push_back(&event);
  const auto span = plan_span(context.model.as_of);
  auto entries = entries_between(context, span.from, span.until, events);
  std::erase_if(entries, [](const CalendarEntry& entry) { return entry.event == nullptr; });
  return entries;
}

struct MonthOfEvents {
  CalendarMonth month;
  std::vector<CalendarEntry> shown;
  std::size_t left_out = 0;
};

std::vector<MonthOfEvents> by_month(const std::vector<CalendarEntry>& entries, bool in_full,
                                    CalendarMonth near_from, CalendarMonth near_until) {
  std::vector<MonthOfEvents> months;
  for (const auto& entry : entries) {
    const auto month = CalendarMonth::of(entry.on);
    if (months.empty() || months.back().month != month) months.push_back({month, {}, 0});
    const bool near = month >= near_from && month <= near_until;
    if (in_full || near || entry.kind == EntryKind::kRegion) {
      months.back().shown.push_back(entry);
    } else {
      ++months.back().left_out;
    }
  }
  return months;
}

void fill_month(Dict part, const MonthOfEvents& month, const Context& context) {
  Dict row = part.add("MONTH");
  row.set("MONTH_TITLE", month.month.title());
  const auto path = paths::calendar_month(month.month.year, month.month.month);
  if (!month.shown.empty()) {
    fill_deadlines(row.add("SHOWN"), "DEADLINES", month.shown, context,
                   {.anchors = Anchors::kEvents, .owners = true});
  }
  if (month.left_out == 0) return;
  Dict rest = row.add("LEFT_OUT");
  rest.set("LEFT_OUT_WORDS",
           fmt::format("{}{}", month.shown.empty() ? "" : "и ещё ",
                       base::counted(number(month.left_out), "событие муниципалитетов",
                                     "события муниципалитетов", "событий муниципалитетов")));
  rest.link("LEFT_OUT_HREF", path);
}

void fill_events(Dict dict, const Context& context) {
  const auto today = context.model.as_of;
  auto next = events_of(context);
  std::vector<CalendarEntry> past;
  std::copy_if(next.begin(), next.end(), std::back_inserter(past),
               [&](const CalendarEntry& entry) { return entry.until < today; });
  std::erase_if(next, [&](const CalendarEntry& entry) { return entry.until < today; });
  const bool in_full = next.size() + past.size() <= kEventsInFull;
  const auto now = CalendarMonth::of(today);

  fill_months(dict, context, nullptr);
  const auto deadlines = upcoming(context, {}, kNextDeadlines);
  if (!deadlines.empty()) {
    Dict part = dict.add("DEADLINES_PART");
    part.set("DEADLINES_OF", context.profile.standard.name_genitive);
    fill_deadlines(part, "NEXT_DEADLINES", deadlines, context);
  }
  dict.show_if(next.empty() && past.empty(), "EMPTY");
  dict.show_if(next.empty() && !past.empty(), "NOTHING_AHEAD");
  if (!next.empty()) {
    Dict part = dict.add("NEXT");
    for (const auto& month : by_month(next, in_full, now, now.plus(kNearMonths - 1))) {
      fill_month(part, month, context);
    }
  }
  if (!past.empty()) {
    Dict part = dict.add("PAST_PART");
    auto months = by_month(past, in_full, now, now);
    std::reverse(months.begin(), months.end());
    for (const auto& month : months) fill_month(part, month, context);
  }
  dict.link("YEAR_HREF", paths::kCalendar);
  if (!context.edition.municipal()) dict.add("PLACES").link("PLACES_HREF", paths::kMunicipalities);
  fill_subscription(dict, context, paths::calendar_file());
}

}  // namespace

void add_event_pages(const Context& context, std::vector<Page>& pages) {
  const auto today = context.model.as_of;
  const auto events = events_of(context);
  const auto ahead = static_cast<std::size_t>(
      std::count_if(events.begin(), events.end(),
                    [&](const CalendarEntry& entry) { return entry.until >= today; }));
  Page page;
  page.path = paths::kEvents;
  page.template_name = "events.html";
  page.heading = "События и план";
  page.description =
      fmt::format("Вебинары, семинары, конкурсы и методические недели {} и муниципалитетов.",
                  context.profile.name_genitive);
  if (!events.empty()) {
    const auto rest = ahead == 0 ? std::string("все уже прошли")
                                 : fmt::format("впереди — {}", base::grouped(number(ahead)));
    page.lead = fmt::format("{} в регионе и {} за {} учебный год, {}.",
                            base::counted(number(events.size()), "событие", "события", "событий"),
                            context.edition.municipal() ? "муниципалитете" : "муниципалитетах",
                            current_year(context).text(), rest);
  }
  page.crumbs = {{context.profile.standard.short_title, std::string(paths::kStandard)}};
  page.tabs = standard_tabs(context);
  page.nav = Nav::kStandard;
  add_event_data(page, context, events, nullptr);
  page.fill = [&context](Dict dict) { fill_events(dict, context); };
  pages.push_back(std::move(page));
}

}  // namespace metodaktiv::site
