#include "site/calendar_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "config/standard.h"
#include "site/about_table.h"
#include "site/calendar_month.h"
#include "site/deadline_view.h"
#include "site/edition.h"
#include "site/ical_writer.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

/// "https://rma.example.ru/x/" → "rma.example.ru": makes the UIDs unique in the world.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find('/')));
}

std::string describe(const config::StandardFunction& function, const config::Standard& standard) {
  std::string text =
      fmt::format("Функция {} {}: {}", function.number, standard.name_genitive, function.title);
  if (!function.who.empty()) text += fmt::format("\nКто: {}", function.who);
  if (!function.deadline.empty()) text += fmt::format("\nСрок: {}", function.deadline);
  return text;
}

/// Deadlines of plan_span(); a municipality's calendar leaves out the region's own functions.
std::vector<CalendarEvent> deadline_events(const FeedInput& input, base::Date as_of,
                                           bool municipal) {
  const auto host = host_of(input.site.base_url);
  const auto& standard = input.profile.standard;
  const auto span = plan_span(as_of);
  std::vector<CalendarEvent> events;
  std::map<std::string, int> same;  // several deadlines of a function on one day
  for (auto year = base::SchoolYear::of(span.from); year.first_day() <= span.until;
       year = year.next()) {
    for (const auto& deadline : config::deadlines(standard, year)) {
      if (deadline.on > span.until || (municipal && deadline.regional)) continue;
      auto uid = fmt::format("deadline-{}-{}", deadline.function, deadline.on.iso());
      if (const int number = ++same[uid]; number > 1) uid += fmt::format("-{}", number);
      const auto* function = standard.function(deadline.function);
      events.push_back(
          {fmt::format("{}@{}", uid, host),
           deadline.on,
           deadline.on,
           deadline.title,
           function ? describe(*function, standard) : std::string(),
           {},
           fmt::format("срок {}", standard.name_genitive),
           absolute_url(input.site.base_url, fmt::format("{}#{}", paths::kStandard,
                                                         function_anchor(deadline.function)))});
    }
  }
  return events;
}

/// Where a reader finds more: the organizer's page, else the month's page of this site.
std::string page_of(const FeedInput& input, std::string_view code, std::string_view url,
                    base::Date first_day) {
  if (const auto own = web_address(url); !own.empty()) return own;
  return absolute_url(
      input.site.base_url,
      fmt::format("{}#e-{}", paths::calendar_month(first_day.year(), first_day.month()), code));
}

/// Events of plan_span(), by municipality ('' for the region's).
std::map<std::string, std::vector<CalendarEvent>> registry_events(const FeedInput& input,
                                                                  base::Date as_of) {
  const auto host = host_of(input.site.base_url);
  const auto span = plan_span(as_of);
  std::map<std::string, std::vector<CalendarEvent>> result;
  auto query = input.publication.prepare(
      "SELECT e.code, e.title, e.kind, e.starts_on, max(e.starts_on, ifnull(e.ends_on, "
      "e.starts_on)) AS last_day, e.municipality, e.place, e.url, e.audience, m.name "
      "FROM events e LEFT JOIN municipalities m ON m.code = e.municipality "
      "WHERE last_day >= ?1 AND e.starts_on <= ?2 ORDER BY e.starts_on, e.code",
      "события для календаря");
  query.bind(1, span.from.iso());
  query.bind(2, span.until.iso());
  while (query.next()) {
    const auto first = base::Date::parse_iso(query.text(3));
    const auto last = base::Date::parse_iso(query.text(4));
    if (!first || !last) continue;
    const auto owner = query.text_or_empty(9);
    auto description =
        owner.empty() ? "Событие региона" : fmt::format("Событие муниципалитета: {}", owner);
    if (const auto audience = query.text_or_empty(8); !audience.empty()) {
      description += fmt::format("\nДля кого: {}", audience);
    }
    result[query.text_or_empty(5)].push_back(
        {fmt::format("event-{}@{}", query.text(0), host), *first, *last, query.text(1), description,
         query.text_or_empty(6), wording::event_kind(query.text(2)),
         page_of(input, query.text(0), query.text_or_empty(7), std::max(*first, span.from))});
  }
  return result;
}

/// `page` is the calendar's page for people.
std::string calendar(const FeedInput& input, std::string_view owner, std::string_view file,
                     std::string_view page, base::Date as_of, std::vector<CalendarEvent> events) {
  std::sort(events.begin(), events.end(), [](const CalendarEvent& a, const CalendarEvent& b) {
    return std::tie(a.first_day, a.uid) < std::tie(b.first_day, b.uid);
  });
  IcalWriter writer({fmt::format("{}: сроки и события", owner),
                     fmt::format("Сроки {} и события методической работы. {}",
                                 input.profile.standard.name_genitive, input.site.title),
                     input.profile.time_zone, absolute_url(input.site.base_url, file),
                     absolute_url(input.site.base_url, page)},
                    as_of);
  for (const auto& event : events) writer.add(event);
  return writer.finish();
}

}  // namespace

void write_calendars(const FeedInput& input, base::Date as_of, base::FileSink& sink) {
  auto events = registry_events(input, as_of);
  const auto& regional = events[""];
  const auto write = [&](std::string_view owner, const std::string& file, std::string_view page,
                         std::vector<CalendarEvent> entries,
                         const std::vector<CalendarEvent>& own) {
    entries.insert(entries.end(), regional.begin(), regional.end());
    entries.insert(entries.end(), own.begin(), own.end());
    sink.write(file, calendar(input, owner, file, page, as_of, std::move(entries)));
  };
  const Edition edition(about_municipality(input.publication));
  if (!edition.municipal()) {
    write(input.profile.name, paths::calendar_file(), paths::kCalendar,
          deadline_events(input, as_of, false), {});
  }

  const auto municipal = deadline_events(input, as_of, true);
  auto query = input.publication.prepare("SELECT code, name FROM municipalities ORDER BY code",
                                         "муниципалитеты для календарей");
  while (query.next()) {
    const auto code = query.text(0);
    if (edition.municipal() && code != edition.municipality()) continue;
    write(query.text(1), paths::calendar_file(code),
          edition.address_of_page(paths::municipality(code, "calendar")), municipal, events[code]);
  }
}

}  // namespace metodaktiv::site
