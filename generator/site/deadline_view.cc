#include "site/deadline_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "site/calendar_month.h"
#include "site/paths.h"
#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

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
          web_address(event.url),
          event.municipality == nullptr ? EntryKind::kRegion : EntryKind::kMunicipality,
          &event};
}

void fill_owner(Dict row, const CalendarEntry& entry, const EntryList& list) {
  if (!list.owners || entry.event == nullptr) return;
  const auto* owner = entry.event->municipality;
  if (owner == nullptr) {
    row.show("OWNER_REGION");
  } else if (owner != list.self) {
    Dict link = row.add("OWNER");
    link.set("OWNER_TITLE", owner->name);
    link.link("OWNER_HREF", paths::municipality(owner->code, "calendar"));
  }
}

}  // namespace

std::string_view mark_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::kDeadline:
      return "deadline";
    case EntryKind::kRegion:
      return "region";
    case EntryKind::kMunicipality:
      return "place";
  }
  return {};
}

base::SchoolYear current_year(const Context& context) {
  return base::SchoolYear::parse(context.model.school_year)
      .value_or(base::SchoolYear::of(context.model.as_of));
}

std::string function_anchor(std::string_view number) {
  std::string anchor = "f-" + std::string(number);
  std::replace(anchor.begin(), anchor.end(), '.', '-');
  return anchor;
}

std::string day_anchor(base::Date date) { return "d-" + date.iso(); }
std::string event_anchor(const Event& event) { return "e-" + event.code; }

std::vector<CalendarEntry> entries_between(const Context& context, base::Date from,
                                           base::Date until,
                                           const std::vector<const Event*>& events,
                                           bool municipal) {
  std::vector<CalendarEntry> entries;
  for (auto year = base::SchoolYear::of(from); year.first_day() <= until; year = year.next()) {
    for (const auto& deadline : config::deadlines(context.profile.standard, year)) {
      if (municipal && deadline.regional) continue;
      entries.push_back(entry_of(deadline));
    }
  }
  for (const auto* event : events) entries.push_back(entry_of(*event));
  std::erase_if(entries, [&](const CalendarEntry& entry) { return !entry.touches(from, until); });
  std::stable_sort(entries.begin(), entries.end(),
                   [](const CalendarEntry& a, const CalendarEntry& b) {
                     return std::tie(a.on, a.until, a.kind) < std::tie(b.on, b.until, b.kind);
                   });
  return entries;
}

std::vector<CalendarEntry> calendar_of(const Context& context, base::SchoolYear year,
                                       const std::vector<const Event*>& events, bool municipal) {
  auto entries = entries_between(context, year.first_day(), year.last_day(), events, municipal);
  std::erase_if(entries, [&](const CalendarEntry& entry) { return entry.on < year.first_day(); });
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
                    const Context& context, const EntryList& list) {
  Dict items = dict.include(name, "deadline_items.html");
  Dict day = items;
  const CalendarEntry* last = nullptr;
  for (const auto& entry : entries) {
    const bool another_day = last == nullptr || last->on != entry.on;
    if (another_day || last->until != entry.until) {
      day = items.add("DAY");
      day.set("WHEN", entry.when);
      day.set("DATE", entry.on.iso());
      day.show_if(entry.until < context.model.as_of, "PAST");
      if (list.anchors == Anchors::kDaysAndEvents && another_day)
        day.put("DAY_ID", day_anchor(entry.on));
    }
    last = &entry;
    Dict row = day.add("DEADLINE");
    row.set("NOTE", entry.note);
    row.set("MARK", mark_of(entry.kind));
    if (list.anchors != Anchors::kNone && entry.event != nullptr)
      row.put("ENTRY_ID", event_anchor(*entry.event));
    fill_owner(row, entry, list);
    const bool inner = !entry.path.empty();
    Dict title = row.add(inner ? "INNER" : entry.url.empty() ? "PLAIN" : "OUTER");
    title.set("TITLE", entry.title);
    if (inner) title.link("HREF", entry.path);
    if (!inner && !entry.url.empty()) title.set("URL", entry.url);
  }
}

void fill_calendar(Dict dict, const std::vector<CalendarEntry>& entries, const Context& context,
                   const EntryList& list, bool month_pages) {
  const auto now = CalendarMonth::of(context.model.as_of);
  dict.show_if(entries.empty(), "EMPTY");
  for (std::size_t first = 0; first < entries.size();) {
    const auto on = CalendarMonth::of(entries[first].on);
    auto last = first;
    while (last < entries.size() && CalendarMonth::of(entries[last].on) == on) ++last;
    const auto anchor = fmt::format("m-{}-{:02}", on.year, on.month);
    Dict month = dict.add("MONTH");
    month.set("MONTH_ID", anchor);
    Dict title = month.add(month_pages ? "MONTH_LINK" : "MONTH_PLAIN");
    title.set("MONTH_TITLE", on.title());
    if (month_pages) title.link("MONTH_HREF", paths::calendar_month(on.year, on.month));
    month.show_if(on == now, "MONTH_NOW");
    Dict jump = dict.add("JUMP");
    jump.set("JUMP_TITLE", on.name());
    jump.set("JUMP_ID", anchor);
    jump.show_if(on == now, "JUMP_NOW");
    fill_deadlines(month, "DEADLINES",
                   {entries.begin() + static_cast<std::ptrdiff_t>(first),
                    entries.begin() + static_cast<std::ptrdiff_t>(last)},
                   context, list);
    first = last;
  }
}

}  // namespace metodaktiv::site
