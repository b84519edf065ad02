#pragma once

#include <string_view>
#include <vector>

#include "site/calendar_month.h"
#include "site/deadline_view.h"
#include "site/dict.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The months that have a page: from the first to the last one of plan_span() with an entry, the
/// month of the as-of date included.
std::vector<CalendarMonth> month_pages(const Context& context);

/// Links to all month pages; `here` is marked, and is nullptr on other pages.
void fill_months(Dict dict, const Context& context, const CalendarMonth* here);

/// What a day of the grid writes out; the other entries are counted.
enum class GridTitles { kAll, kNotOfMunicipalities };
/// A table of the month's days for month_grid.html, included at GRID. Days with entries lead to
/// their day_anchor() in the list on the same page.
void fill_grid(Dict dict, CalendarMonth month, const std::vector<CalendarEntry>& entries,
               GridTitles titles);

/// NEAREST section with the grid of the as-of date's month or, when it has no entry, of the next
/// one that has; nothing when there is none.
void fill_nearest_month(Dict dict, const std::vector<CalendarEntry>& entries,
                        const Context& context);

/// How to subscribe to a calendar file, for subscribe.html, included at SUBSCRIBE.
void fill_subscription(Dict dict, const Context& context, std::string_view calendar_file);

}  // namespace metodaktiv::site
