#include "site/calendar_month.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::site {
namespace {

constexpr int kMonthsAhead = 4;

}  // namespace

CalendarMonth CalendarMonth::plus(int months) const {
  const int count = year * 12 + static_cast<int>(month) - 1 + months;
  return {count / 12, static_cast<unsigned>(count % 12) + 1};
}

CalendarMonth CalendarMonth::next() const { return plus(1); }
CalendarMonth CalendarMonth::previous() const { return plus(-1); }

std::string CalendarMonth::name() const { return base::capitalized(base::month_name(month)); }
std::string CalendarMonth::title() const { return fmt::format("{} {}", name(), year); }

int weekday(base::Date date) {
  const int thursday_based = (date.days_since_epoch() % 7 + 7) % 7;  // 1 January 1970
  return (thursday_based + 3) % 7;
}

PlanSpan plan_span(base::Date as_of) {
  const auto year = base::SchoolYear::of(as_of);
  return {year.first_day(),
          std::max(year.last_day(), CalendarMonth::of(as_of).plus(kMonthsAhead).last_day())};
}

}  // namespace metodaktiv::site
