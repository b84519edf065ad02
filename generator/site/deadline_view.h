#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "site/dict.h"
#include "site/views.h"

namespace metodaktiv::site {

/// An entry of a calendar: a deadline of the standard or an event.
struct CalendarEntry {
  base::Date on;
  base::Date until;  ///< last day; the same as `on` for a single day
  std::string when;  ///< «12 мая», «12–14 мая»
  std::string title;
  std::string note;  ///< «функция 1.1.3», «вебинар, Дубна»
  std::string path;  ///< page of this site with "#anchor", or empty
  std::string url;   ///< web address of an event, or empty
};

/// Anchor of a function on the standard's page: "f-1-1-3".
std::string function_anchor(std::string_view number);

/// Deadlines of the school year and the given events within it, by date. A municipality's calendar
/// leaves out the functions that are the region's own.
std::vector<CalendarEntry> calendar_of(const Context& context, base::SchoolYear year,
                                       const std::vector<const Event*>& events,
                                       bool municipal = false);

/// The next `count` entries from the as-of date on; looks into the next school year when this one
/// ends. Dates of another calendar year say their year.
std::vector<CalendarEntry> upcoming(const Context& context, const std::vector<const Event*>& events,
                                    std::size_t count, bool municipal = false);

/// Rows of deadline_items.html, included at `name`. one item a day; what lies
/// before the as-of date is marked.
void fill_deadlines(Dict dict, std::string_view name, const std::vector<CalendarEntry>& entries,
                    const Context& context);

/// A year's calendar month by month for calendar.html.
void fill_calendar(Dict dict, const std::vector<CalendarEntry>& entries, const Context& context);

}  // namespace metodaktiv::site
