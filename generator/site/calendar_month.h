#pragma once

#include <compare>
#include <string>

#include "base/date.h"

namespace metodaktiv::site {

/// A month of a calendar year.
struct CalendarMonth {
  int year = 1970;
  unsigned month = 1;

  static CalendarMonth of(base::Date date) { return {date.year(), date.month()}; }

  [[nodiscard]] base::Date first_day() const { return {year, month, 1}; }
  [[nodiscard]] base::Date last_day() const { return next().first_day().plus_days(-1); }
  [[nodiscard]] CalendarMonth next() const;
  [[nodiscard]] CalendarMonth previous() const;
  [[nodiscard]] CalendarMonth plus(int months) const;
  [[nodiscard]] std::string title() const;  ///< «Ноябрь 2026»
  [[nodiscard]] std::string name() const;   ///< «Ноябрь»

  friend auto operator<=>(const CalendarMonth&, const CalendarMonth&) = default;
};

/// Day of the week, 0 for Monday.
int weekday(base::Date date);

/// What calendars and month pages cover: the school year of the as-of date and, towards its end,
/// the four months ahead.
struct PlanSpan {
  base::Date from;
  base::Date until;
};
PlanSpan plan_span(base::Date as_of);

}  // namespace metodaktiv::site
