#include "site/ical_writer.h"

#include <fmt/format.h>

#include "base/text.h"
#include "config/time_zone.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

constexpr std::size_t kLineBytes = 75;
constexpr std::string_view kReadAgain = "P1D";

std::string compact(base::Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year(), date.month(), date.day());
}

/// RFC 5545, 3.3.11: line ends inside a text are "\n".
std::string escaped(std::string_view value) {
  std::string out;
  for (const auto& part : base::split(value, '\n')) {
    if (!out.empty()) out += "\\n";
    for (const char c : single_line(part)) {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return out;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

IcalWriter::IcalWriter(const CalendarHead& head, base::Date stamp) : stamp_(stamp) {
  line("BEGIN", "VCALENDAR");
  line("VERSION", "2.0");
  line("PRODID", "-//metodaktiv//calendar//RU");
  line("CALSCALE", "GREGORIAN");
  text("NAME", head.name);
  text("X-WR-CALNAME", head.name);
  text("DESCRIPTION", head.description);
  text("X-WR-CALDESC", head.description);
  line("REFRESH-INTERVAL;VALUE=DURATION", kReadAgain);
  line("X-PUBLISHED-TTL", kReadAgain);
  address("SOURCE;VALUE=URI", head.source);
  address("URL", head.page);
  time_zone(head.time_zone);
}

/// Entries are whole days and belong to no zone; this one tells programs where the days are lived.
void IcalWriter::time_zone(std::string_view name) {
  if (config::time_zone(name) == nullptr) return;
  const auto offset = config::utc_offset(name, "");
  line("X-WR-TIMEZONE", name);
  line("BEGIN", "VTIMEZONE");
  line("TZID", name);
  line("BEGIN", "STANDARD");
  line("DTSTART", "19700101T000000");
  line("TZOFFSETFROM", offset);
  line("TZOFFSETTO", offset);
  line("END", "STANDARD");
  line("END", "VTIMEZONE");
}

void IcalWriter::address(std::string_view name, std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return;
  line(name, absolute_url({}, single_line(url)));
}

void IcalWriter::add(const CalendarEvent& event) {
  line("BEGIN", "VEVENT");
  line("UID", single_line(event.uid));
  line("DTSTAMP", compact(stamp_) + "T000000Z");
  line("DTSTART;VALUE=DATE", compact(event.first_day));
  line("DTEND;VALUE=DATE", compact(event.last_day.plus_days(1)));
  text("SUMMARY", event.summary);
  text("DESCRIPTION", event.description);
  text("LOCATION", event.location);
  text("CATEGORIES", event.category);
  address("URL", event.url);
  line("TRANSP", "TRANSPARENT");
  line("END", "VEVENT");
}

std::string IcalWriter::finish() {
  line("END", "VCALENDAR");
  return std::move(out_);
}

void IcalWriter::text(std::string_view name, std::string_view value) {
  if (!value.empty()) line(name, escaped(value));
}

void IcalWriter::line(std::string_view name, std::string_view value) {
  const std::string whole = fmt::format("{}:{}", name, value);
  std::string_view rest = whole;
  std::size_t room = kLineBytes;
  while (rest.size() > room) {
    std::size_t end = room;
    while (end > 1 && continues_character(rest[end])) --end;
    out_.append(rest.substr(0, end)).append("\r\n ");
    rest.remove_prefix(end);
    room = kLineBytes - 1;  // the space that marks a continuation counts
  }
  out_.append(rest).append("\r\n");
}

}  // namespace metodaktiv::site
