#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "site/dict.h"
#include "site/views.h"

namespace metodaktiv::site {

enum class EntryKind { kDeadline, kRegion, kMunicipality };
/// The class of its mark in pages: "deadline", "region" or "place".
std::string_view mark_of(EntryKind kind);

/// An entry of a calendar: a deadline of the standard or an event.
struct CalendarEntry {
  base::Date on;
  base::Date until;  ///< last day; the same as `on` for a single day
  std::string when;  ///< «12 мая», «12–14 мая»
  std::string title;
  std::string note;  ///< «функция 1.1.3», «вебинар, Дубна»
  std::string path;  ///< page of this site with "#anchor", or empty
  std::string url;   ///< web address of an event, or empty
  EntryKind kind = EntryKind::kDeadline;
  const Event* event = nullptr;  ///< nullptr: a deadline

  /// Whether the entry and the days [from, last] have a day in common.
  [[nodiscard]] bool touches(base::Date from, base::Date last) const {
    return on <= last && until >= from;
  }
};

/// The school year of the publication.
base::SchoolYear current_year(const Context& context);

/// Anchor of a function on the standard's page: "f-1-1-3".
std::string function_anchor(std::string_view number);
/// Anchor of a day in a list of entries: "d-2026-11-09"; of an event there: "e-<code>".
std::string day_anchor(base::Date date);
std::string event_anchor(const Event& event);

/// Deadlines and the given events that have a day within [from, until], by date. A municipality's
/// calendar leaves out the functions that are the region's own.
std::vector<CalendarEntry> entries_between(const Context& context, base::Date from,
                                           base::Date until,
                                           const std::vector<const Event*>& events,
                                           bool municipal = false);

/// Deadlines of the school year and the given events that begin within it, by date.
std::vector<CalendarEntry> calendar_of(const Context& context, base::SchoolYear year,
                                       const std::vector<const Event*>& events,
                                       bool municipal = false);

/// The next `count` entries from the as-of date on; looks into the next school year when this one
/// ends. Dates of another calendar year say their year.
std::vector<CalendarEntry> upcoming(const Context& context, const std::vector<const Event*>& events,
                                    std::size_t count, bool municipal = false);

/// What of a list other places can link to; kDaysAndEvents: once on a page.
enum class Anchors { kNone, kEvents, kDaysAndEvents };

/// How a list of entries is shown.
struct EntryList {
  Anchors anchors = Anchors::kNone;
  bool owners = false;                 ///< says whose an event is
  const Municipality* self = nullptr;  ///< needs not be named as an owner
};

/// Rows of deadline_items.html, included at `name`: one item a day; what lies
/// before the as-of date is marked.
void fill_deadlines(Dict dict, std::string_view name, const std::vector<CalendarEntry>& entries,
                    const Context& context, const EntryList& list = {});

/// A year's calendar month by month for calendar.html; `month_pages`: headings lead to them.
void fill_calendar(Dict dict, const std::vector<CalendarEntry>& entries, const Context& context,
                   const EntryList& list, bool month_pages);

}  // namespace metodaktiv::site
