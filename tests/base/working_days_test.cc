#include "base/working_days.h"

#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

TEST(WorkingDays, MondayToFriday) {
  EXPECT_TRUE(is_working_day({2026, 11, 20}));   // Friday
  EXPECT_FALSE(is_working_day({2026, 11, 21}));  // Saturday
  EXPECT_FALSE(is_working_day({2026, 11, 22}));
  EXPECT_TRUE(is_working_day({2026, 11, 23}));
  EXPECT_TRUE(is_working_day({1969, 12, 31}));  // Wednesday, before the epoch
}

TEST(WorkingDays, PublicHolidaysAreFree) {
  EXPECT_FALSE(is_working_day({2026, 1, 8}));
  EXPECT_FALSE(is_working_day({2026, 6, 12}));
  EXPECT_FALSE(is_working_day({2026, 11, 4}));
}

TEST(WorkingDays, ASaturdayThatMayBeMadeAWorkingDayCounts) {
  for (const Date saturday : {Date(2024, 4, 27), Date(2024, 11, 2), Date(2024, 12, 28),
                              Date(2025, 11, 1), Date(2022, 3, 5), Date(2021, 2, 20)}) {
    EXPECT_TRUE(is_working_day(saturday)) << saturday.iso();  // as it was
  }
  EXPECT_FALSE(is_working_day({2026, 1, 3}));
  EXPECT_FALSE(is_working_day({2026, 11, 28}));
  EXPECT_EQ(plus_working_days({2025, 10, 30}, 3), Date(2025, 11, 3));
}

TEST(WorkingDays, ATermBeginsOnTheNextDayAndSkipsWeekends) {
  EXPECT_EQ(plus_working_days({2026, 11, 16}, 3), Date(2026, 11, 19));
  EXPECT_EQ(plus_working_days({2026, 11, 19}, 3), Date(2026, 11, 24));
  EXPECT_EQ(plus_working_days({2026, 11, 21}, 3), Date(2026, 11, 25));
  EXPECT_EQ(plus_working_days({2026, 12, 30}, 3), Date(2027, 1, 12));
  EXPECT_EQ(plus_working_days({2026, 11, 16}, 0), Date(2026, 11, 16));
}

}  // namespace
}  // namespace metodaktiv::base
