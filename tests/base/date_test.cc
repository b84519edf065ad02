#include "base/date.h"

#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

TEST(Date, ParsesBothNotationsOnly) {
  EXPECT_EQ(Date::parse("2024-09-01"), Date(2024, 9, 1));
  EXPECT_EQ(Date::parse("01.09.2024"), Date(2024, 9, 1));
  EXPECT_EQ(Date::parse_iso("01.09.2024"), std::nullopt);
  for (const char* bad :
       {"", "2024-9-1", "1.9.2024", " 2024-09-01", "2024-09-01 ", "2024-09-01T00", "2024/09/01",
        "09-01-2024", "20x4-09-01", "2024-00-01", "2024-13-01", "2024-04-31", "00.01.2024"}) {
    EXPECT_FALSE(Date::parse(bad)) << bad;
  }
}

TEST(Date, KnowsLeapYearsAndItsRange) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_TRUE(Date::parse("2000-02-29"));
  EXPECT_FALSE(Date::parse("2100-02-29"));
  EXPECT_FALSE(Date::parse("2023-02-29"));
  EXPECT_TRUE(Date::parse("1900-01-01"));
  EXPECT_TRUE(Date::parse("2199-12-31"));
  EXPECT_FALSE(Date::parse("1899-12-31"));
  EXPECT_FALSE(Date::parse("2200-01-01"));
}

TEST(Date, WritesItselfInThreeWays) {
  const Date date(2024, 9, 1);
  EXPECT_EQ(date.iso(), "2024-09-01");
  EXPECT_EQ(date.dotted(), "01.09.2024");
  EXPECT_EQ(date.in_words(), "1\u00A0сентября\u00A02024\u00A0г.");
  EXPECT_EQ(month_name(12), "декабрь");
  EXPECT_EQ(month_name(5, true), "мая");
}

TEST(Date, CountsDays) {
  EXPECT_EQ(Date(2024, 2, 28).plus_days(2), Date(2024, 3, 1));
  EXPECT_EQ(Date(2024, 1, 1).plus_days(-1), Date(2023, 12, 31));
  EXPECT_EQ(Date(1970, 1, 1).days_since_epoch(), 0);
  EXPECT_EQ(Date(2000, 3, 1).days_since_epoch(), 11017);
  EXPECT_LT(Date(2023, 12, 31), Date(2024, 1, 1));
}

TEST(Date, FullYearsTurnOnTheBirthday) {
  EXPECT_EQ(full_years({2000, 9, 1}, {2024, 8, 31}), 23);
  EXPECT_EQ(full_years({2000, 9, 1}, {2024, 9, 1}), 24);
  EXPECT_EQ(full_years({2004, 2, 29}, {2023, 2, 28}), 18);
  EXPECT_EQ(full_years({2004, 2, 29}, {2023, 3, 1}), 19);
  EXPECT_EQ(full_years({2024, 9, 1}, {2024, 8, 31}), -1);
}

TEST(SchoolYear, RunsFromSeptemberToAugust) {
  EXPECT_EQ(SchoolYear::of({2024, 8, 31}).text(), "2023/2024");
  EXPECT_EQ(SchoolYear::of({2024, 9, 1}).text(), "2024/2025");
  const SchoolYear year(2024);
  EXPECT_EQ(year.first_day(), Date(2024, 9, 1));
  EXPECT_EQ(year.last_day(), Date(2025, 8, 31));
  EXPECT_EQ(year.previous().text(), "2023/2024");
  EXPECT_EQ(year.next().text(), "2025/2026");
}

TEST(SchoolYear, ParsesConsecutiveYearsOnly) {
  EXPECT_EQ(SchoolYear::parse("2024/2025"), SchoolYear(2024));
  for (const char* bad :
       {"", "2024/2024", "2024/2026", "2024-2025", "2024/25", "2024/2025 ", "x024/2025"}) {
    EXPECT_FALSE(SchoolYear::parse(bad)) << bad;
  }
}

}  // namespace
}  // namespace metodaktiv::base
