#pragma once

#include <vector>

#include "site/deadline_view.h"
#include "site/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// Structured data of the events among `entries` that lie ahead and are the given owner's (nullptr:
/// the region's); others are the business of their own pages.
void add_event_data(Page& page, const Context& context, const std::vector<CalendarEntry>& entries,
                    const Municipality* owner);

}  // namespace metodaktiv::site
