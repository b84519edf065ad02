#pragma once

#include <string>
#include <string_view>

#include "base/date.h"

namespace metodaktiv::site {

/// An all-day entry of a calendar.
struct CalendarEvent {
  std::string uid;
  base::Date first_day;
  base::Date last_day;
  std::string summary;
  std::string description;  ///< may have several lines; empty: left out, as are the three below
  std::string location;
  std::string category;
  std::string url;  ///< http or https, anything else is left out
};

/// What a calendar says of itself; what is empty is left out.
struct CalendarHead {
  std::string name;
  std::string description;
  std::string time_zone;  ///< of config::time_zone()
  std::string source;     ///< absolute address of the file: a subscribed program reads it again
  std::string page;       ///< absolute address of the page for people
};

/// Writes one iCalendar file (RFC 5545, with the names of RFC 7986 and of common programs): CRLF,
/// lines folded at 75 bytes between characters, texts escaped.
class IcalWriter {
 public:
  /// `stamp` is the DTSTAMP of every entry.
  IcalWriter(const CalendarHead& head, base::Date stamp);

  void add(const CalendarEvent& event);
  /// The finished file; the writer is used up.
  std::string finish();

 private:
  void time_zone(std::string_view name);
  void address(std::string_view name, std::string_view url);
  void line(std::string_view name, std::string_view value);
  void text(std::string_view name, std::string_view value);

  base::Date stamp_;
  std::string out_;
};

}  // namespace metodaktiv::site
