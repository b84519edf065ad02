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

}  // namespace

bool is_working_day(Date date) {
  constexpr int kMondayOfTheEpoch = 3;  // 1 January 1970 was a Thursday
  const int weekday = ((date.days_since_epoch() + kMondayOfTheEpoch) % 7 + 7) % 7;
  const std::pair day(date.month(), date.day());
  return weekday < 5 && std::find(kHolidays.begin(), kHolidays.end(), day) == kHolidays.end();
}

Date plus_working_days(Date from, int days) {
  while (days > 0) {
    from = from.plus_days(1);
    if (is_working_day(from)) --days;
  }
  return from;
}

}  // namespace metodaktiv::base
