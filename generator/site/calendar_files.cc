#include "site/calendar_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "config/standard.h"
#include "site/ical_writer.h"
#include "site/wording.h"

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

std::vector<CalendarEvent> deadline_events(const FeedInput& input, base::Date as_of) {
  const auto host = host_of(input.site.base_url);
  std::vector<CalendarEvent> events;
  std::map<std::string, int> same;  // several deadlines of a function on one day
  for (const auto& deadline :
       config::deadlines(input.profile.standard, base::SchoolYear::of(as_of))) {
    auto uid = fmt::format("deadline-{}-{}", deadline.function, deadline.on.iso());
    if (const int number = ++same[uid]; number > 1) uid += fmt::format("-{}", number);
    const auto* function = input.profile.standard.function(deadline.function);
    events.push_back({fmt::format("{}@{}", uid, host),
                      deadline.on,
                      deadline.on,
                      deadline.title,
                      function ? describe(*function, input.profile.standard) : std::string(),
                      {},
                      fmt::format("срок {}", input.profile.standard.name_genitive),
                      {}});
  }
  return events;
}

/// Events that have not ended before the school year, by municipality ('' for the region's).
std::map<std::string, std::vector<CalendarEvent>> registry_events(const FeedInput& input,
                                                                  base::Date as_of) {
  const auto host = host_of(input.site.base_url);
  std::map<std::string, std::vector<CalendarEvent>> result;
  auto query = input.publication.prepare(
      "SELECT code, title, kind, starts_on, max(starts_on, ifnull(ends_on, starts_on)), "
      "municipality, "
      "place, url, audience FROM events WHERE ifnull(ends_on, starts_on) >= ?1 OR starts_on >= ?1 "
      "ORDER BY starts_on, code",
      "события для календаря");
  query.bind(1, base::SchoolYear::of(as_of).first_day().iso());
  while (query.next()) {
    const auto first = base::Date::parse_iso(query.text(3));
    const auto last = base::Date::parse_iso(query.text(4));
    if (!first || !last) continue;
    const auto audience = query.text_or_empty(8);
    result[query.text_or_empty(5)].push_back(
        {fmt::format("event-{}@{}", query.text(0), host), *first, *last, query.text(1),
         audience.empty() ? std::string() : fmt::format("Для кого: {}", audience),
         query.text_or_empty(6), wording::event_kind(query.text(2)), query.text_or_empty(7)});
  }
  return result;
}

std::string calendar(const FeedInput& input, std::string_view owner, base::Date as_of,
                     std::vector<CalendarEvent> events) {
  std::sort(events.begin(), events.end(), [](const CalendarEvent& a, const CalendarEvent& b) {
    return std::tie(a.first_day, a.uid) < std::tie(b.first_day, b.uid);
  });
  IcalWriter writer(fmt::format("{}: сроки и события", owner),
                    fmt::format("Сроки {} и события методической работы. {}",
                                input.profile.standard.name_genitive, input.site.title),
                    as_of);
  for (const auto& event : events) writer.add(event);
  return writer.finish();
}

}  // namespace

void write_calendars(const FeedInput& input, base::Date as_of, base::FileSink& sink) {
  auto events = registry_events(input, as_of);
  auto shared = deadline_events(input, as_of);
  shared.insert(shared.end(), events[""].begin(), events[""].end());
  sink.write("calendar/_region.ics", calendar(input, input.profile.name, as_of, shared));

  auto query = input.publication.prepare("SELECT code, name FROM municipalities ORDER BY code",
                                         "муниципалитеты для календарей");
  while (query.next()) {
    const auto code = query.text(0);
    auto own = shared;
    own.insert(own.end(), events[code].begin(), events[code].end());
    sink.write(fmt::format("calendar/{}.ics", code),
               calendar(input, query.text(1), as_of, std::move(own)));
  }
}

}  // namespace metodaktiv::site
