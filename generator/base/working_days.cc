#include "base/working_days.h"

#include <algorithm>
#include <array>
#include <utility>

namespace metodaktiv::base {
namespace {

constexpr std::array<std::pair<unsigned, unsigned>, 14> kHolidays = {{{1, 1},
                                                                      {1, 2},
                                                                      {1, 3},
                                                                      {1, 4},
                                                                      {1, 5},
                                                                      {1, 6},
                                                                      {1, 7},
                                                                      {1, 8},
                                                                      {2, 23},
                                                                      {3, 8},
                                                                      {5, 1},
                                                                      {5, 9},
                                                                      {6, 12},
                                                                      {11, 4}}};

constexpr int kSaturday = 5;

/// 0: Monday.
int weekday(Date date) {
  constexpr int kMondayOfTheEpoch = 3;  // 1 January 1970 was a Thursday
  return static_cast<int>(((date.days_since_epoch() + kMondayOfTheEpoch) % 7 + 7) % 7);
}

bool is_holiday(Date date) {
  const std::pair day(date.month(), date.day());
  return std::find(kHolidays.begin(), kHolidays.end(), day) != kHolidays.end();
}

}  // namespace

bool is_working_day(Date date) {
  if (is_holiday(date)) return false;
  if (weekday(date) != kSaturday) return weekday(date) < kSaturday;
  return is_holiday(date.plus_days(2)) || is_holiday(date.plus_days(3)) ||
         is_holiday(date.plus_days(4));
}

Date plus_working_days(Date from, int days) {
  while (days > 0) {
    from = from.plus_days(1);
    if (is_working_day(from)) --days;
  }
  return from;
}

}  // namespace metodaktiv::base
