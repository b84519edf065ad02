#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::config {

/// A time zone of the tz database that Russian regions live by: none of them changes its clocks, so
/// one offset says all.
struct TimeZone {
  std::string_view name;  ///< "Europe/Moscow"
  int hours = 0;          ///< ahead of UTC
};

/// nullptr when the zone is not in the list.
const TimeZone* time_zone(std::string_view name);

/// The names of all known zones, from west to east, separated by ", ".
std::string known_time_zones();

/// "+03:00" for feeds, "+0300" for calendars; a zone that is not in the list counts as UTC.
std::string utc_offset(std::string_view zone, std::string_view separator = ":");

}  // namespace metodaktiv::config
