#pragma once

#include "base/date.h"
#include "base/file_sink.h"
#include "site/feeds.h"

namespace metodaktiv::site {

/// Writes calendar/_region.ics (deadlines of the standard and the region's events) and, with its
/// own events added, calendar/<code>.ics for every municipality: the school year of `as_of` and
/// what comes after. From one municipality's part of a publication only its own.
void write_calendars(const FeedInput& input, base::Date as_of, base::FileSink& sink);

}  // namespace metodaktiv::site
