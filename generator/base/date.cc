#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace metodaktiv::base {
namespace {

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> checked(std::optional<int> year, std::optional<int> month,
                            std::optional<int> day) {
  if (!year || !month || !day || *year < 1900 || *year > 2199) return std::nullopt;
  const std::chrono::year_month_day ymd(std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day)));
  if (!ymd.ok()) return std::nullopt;
  return Date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

constexpr std::array<std::string_view, 12> kNominative = {
    "январь", "февраль", "март",     "апрель",  "май",    "июнь",
    "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr std::array<std::string_view, 12> kGenitive = {"января",   "февраля", "марта",  "апреля",
                                                        "мая",      "июня",    "июля",   "августа",
                                                        "сентября", "октября", "ноября", "декабря"};

}  // namespace

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return checked(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() == 10 && text[2] == '.' && text[5] == '.') {
    return checked(digits(text.substr(6, 4)), digits(text.substr(3, 2)), digits(text.substr(0, 2)));
  }
  return parse_iso(text);
}

int Date::days_since_epoch() const {
  return static_cast<int>(std::chrono::sys_days(ymd_).time_since_epoch().count());
}

Date Date::plus_days(int days) const {
  const std::chrono::year_month_day moved(std::chrono::sys_days(ymd_) + std::chrono::days(days));
  return {static_cast<int>(moved.year()), static_cast<unsigned>(moved.month()),
          static_cast<unsigned>(moved.day())};
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::dotted() const {
  return fmt::format("{:02}.{:02}.{:04}", day(), month(), year());
}

std::string Date::in_words() const {
  return fmt::format("{}\u00A0{}\u00A0{}\u00A0г.", day(), month_name(month(), true), year());
}

int full_years(Date from, Date to) {
  int years = to.year() - from.year();
  if (std::pair(to.month(), to.day()) < std::pair(from.month(), from.day())) --years;
  return years;
}

std::string_view month_name(unsigned month, bool genitive) {
  return genitive ? kGenitive.at(month - 1) : kNominative.at(month - 1);
}

std::optional<SchoolYear> SchoolYear::parse(std::string_view text) {
  if (text.size() != 9 || text[4] != '/') return std::nullopt;
  const auto first = digits(text.substr(0, 4));
  const auto second = digits(text.substr(5, 4));
  if (!first || !second || *second != *first + 1 || *first < 1900 || *first > 2198) {
    return std::nullopt;
  }
  return SchoolYear(*first);
}

SchoolYear SchoolYear::of(Date date) {
  return SchoolYear(date.month() >= 9 ? date.year() : date.year() - 1);
}

std::string SchoolYear::text() const { return fmt::format("{}/{}", start_, start_ + 1); }

}  // namespace metodaktiv::base
