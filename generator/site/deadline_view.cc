#include "site/deadline_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

base::SchoolYear current_year(const Context& context) {
  return base::SchoolYear::parse(context.model.school_year)
      .value_or(base::SchoolYear::of(context.model.as_of));
}

CalendarEntry entry_of(const config::Deadline& deadline) {
  return {deadline.on,
          deadline.on,
          wording::day_and_month(deadline.on),
          deadline.title,
          "функция " + deadline.function,
          std::string(paths::kStandard) + "#" + function_anchor(deadline.function),
          {}};
}

CalendarEntry entry_of(const Event& event) {
  const auto until = std::max(event.starts_on, event.ends_on.value_or(event.starts_on));
  std::vector<std::string> facts = {wording::event_kind(event.kind)};
  if (!event.place.empty()) facts.push_back(event.place);
  if (!event.audience.empty()) facts.push_back(event.audience);
  return {event.starts_on,
          until,
          wording::days_and_months(event.starts_on, until),
          event.title,
          base::join(facts, " · "),
          {},
          web_address(event.url)};
}

}  // namespace

std::string function_anchor(std::string_view number) {
  std::string anchor = "f-" + std::string(number);
  std::replace(anchor.begin(), anchor.end(), '.', '-');
  return anchor;
}

std::vector<CalendarEntry> calendar_of(const Context& context, base::SchoolYear year,
                                       const std::vector<const Event*>& events, bool municipal) {
  std::vector<CalendarEntry> entries;
  for (const auto& deadline : config::deadlines(context.profile.standard, year)) {
    if (municipal && deadline.regional) continue;
    entries.push_back(entry_of(deadline));
  }
  for (const auto* event : events) {
    const bool inside = event->starts_on >= year.first_day() && event->starts_on <= year.last_day();
    if (inside) entries.push_back(entry_of(*event));
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const CalendarEntry& a, const CalendarEntry& b) {
                     return std::tie(a.on, a.until) < std::tie(b.on, b.until);
                   });
  return entries;
}

std::vector<CalendarEntry> upcoming(const Context& context, const std::vector<const Event*>& events,
                                    std::size_t count, bool municipal) {
  std::vector<CalendarEntry> result;
  const auto year = current_year(context);
  for (const auto part : {year, year.next()}) {
    for (auto& entry : calendar_of(context, part, events, municipal)) {
      if (entry.until < context.model.as_of || result.size() == count) continue;
      const int year_of_entry = entry.on.year();
      if (year_of_entry != context.model.as_of.year())
        entry.when += fmt::format(" {}", year_of_entry);
      result.push_back(std::move(entry));
    }
  }
  return result;
}

void fill_deadlines(Dict dict, std::string_view name, const std::vector<CalendarEntry>& entries,
                    const Context& context) {
  Dict list = dict.include(name, "deadline_items.html");
  Dict day = list;
  const CalendarEntry* last = nullptr;
  for (const auto& entry : entries) {
    if (last == nullptr || last->on != entry.on || last->until != entry.until) {
      day = list.add("DAY");
      day.set("WHEN", entry.when);
      day.set("DATE", entry.on.iso());
      day.show_if(entry.until < context.model.as_of, "PAST");
    }
    last = &entry;
    Dict row = day.add("DEADLINE");
    row.set("NOTE", entry.note);
    const bool inner = !entry.path.empty();
    Dict title = row.add(inner ? "INNER" : entry.url.empty() ? "PLAIN" : "OUTER");
    title.set("TITLE", entry.title);
    if (inner) title.link("HREF", entry.path);
    if (!inner && !entry.url.empty()) title.set("URL", entry.url);
  }
}

void fill_calendar(Dict dict, const std::vector<CalendarEntry>& entries, const Context& context) {
  const auto month_of = [](base::Date date) { return std::pair(date.year(), date.month()); };
  const auto& today = context.model.as_of;
  for (std::size_t first = 0; first < entries.size();) {
    auto last = first;
    while (last < entries.size() && month_of(entries[last].on) == month_of(entries[first].on))
      ++last;
    const auto on = entries[first].on;
    const auto title =
        fmt::format("{} {}", base::capitalized(base::month_name(on.month())), on.year());
    const auto anchor = fmt::format("m-{}-{:02}", on.year(), on.month());
    Dict month = dict.add("MONTH");
    month.set("MONTH_TITLE", title);
    month.set("MONTH_ID", anchor);
    month.show_if(month_of(on) == month_of(today), "MONTH_NOW");
    Dict jump = dict.add("JUMP");
    jump.set("JUMP_TITLE", base::capitalized(base::month_name(on.month())));
    jump.set("JUMP_ID", anchor);
    jump.show_if(month_of(on) == month_of(today), "JUMP_NOW");
    fill_deadlines(month, "DEADLINES",
                   {entries.begin() + static_cast<std::ptrdiff_t>(first),
                    entries.begin() + static_cast<std::ptrdiff_t>(last)},
                   context);
    first = last;
  }
}

}  // namespace metodaktiv::site
