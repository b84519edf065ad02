#include "tabular/serial_date.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace metodaktiv::tabular {
namespace {

std::string in_1900(double serial, FormatKind kind = FormatKind::kDate) {
  return date_of_serial(serial, kind, false).value_or("number");
}
std::string in_1904(double serial, FormatKind kind = FormatKind::kDate) {
  return date_of_serial(serial, kind, true).value_or("number");
}

TEST(SerialDate, BothEpochs) {
  EXPECT_EQ(in_1900(45730), "2025-03-14");
  EXPECT_EQ(in_1904(45730 - 1462), "2025-03-14");
  EXPECT_EQ(in_1904(0), "1904-01-01");
  EXPECT_EQ(in_1900(2958465), "9999-12-31");
  EXPECT_EQ(in_1904(2957003), "9999-12-31");
}

TEST(SerialDate, DaysBeforeTheFalseLeapDayDoNotShift) {
  EXPECT_EQ(in_1900(1), "1900-01-01");
  EXPECT_EQ(in_1900(59), "1900-02-28");
  EXPECT_EQ(in_1900(60), "number");  // 29.02.1900 never was
  EXPECT_EQ(in_1900(61), "1900-03-01");
  EXPECT_EQ(in_1904(60), "1904-03-01");
}

TEST(SerialDate, TimesAreRoundedToSeconds) {
  EXPECT_EQ(in_1900(45730 + 9.5 / 24), "2025-03-14T09:30:00");
  EXPECT_EQ(in_1900(45730.395833333), "2025-03-14T09:30:00");
  EXPECT_EQ(in_1900(45730.999999999), "2025-03-15");
  EXPECT_EQ(in_1900(0.395833333333333, FormatKind::kTime), "09:30:00");
  EXPECT_EQ(in_1900(0.395833333333333), "09:30:00");
  EXPECT_EQ(in_1900(0, FormatKind::kTime), "00:00:00");
  EXPECT_EQ(in_1900(0.999999999, FormatKind::kTime), "23:59:59");
  EXPECT_EQ(in_1904(0.5), "1904-01-01T12:00:00");
  EXPECT_EQ(in_1904(0.5, FormatKind::kTime), "12:00:00");
  EXPECT_EQ(in_1900(45730.5, FormatKind::kTime), "2025-03-14T12:00:00");
}

TEST(SerialDate, ElapsedHoursGoBeyondADay) {
  EXPECT_EQ(in_1900(1.5, FormatKind::kElapsed), "36:00:00");
  EXPECT_EQ(in_1900(0.25, FormatKind::kElapsed), "06:00:00");
}

TEST(SerialDate, OutOfRangeStaysANumber) {
  for (const double serial :
       {-1.0, -0.5, 0.0, 2958466.0, 2958465.999999999, 1e18, 1e300,
        std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(in_1900(serial), "number") << serial;
  EXPECT_EQ(in_1904(2957004), "number");
}

TEST(IsoDate, IsTakenAsItIsWritten) {
  EXPECT_EQ(date_of_iso("2025-03-14"), "2025-03-14");
  EXPECT_EQ(date_of_iso("2025-03-14T09:30:00"), "2025-03-14T09:30:00");
  EXPECT_EQ(date_of_iso("2025-03-14T09:30:00.000Z"), "2025-03-14T09:30:00");
  EXPECT_EQ(date_of_iso("2025-03-14T09:30:00+03:00"), "2025-03-14T09:30:00");
  EXPECT_EQ(date_of_iso("2025-03-14T00:00:00"), "2025-03-14");
  EXPECT_EQ(date_of_iso("2025-12-31T23:59:59.9996"), "2026-01-01");
  EXPECT_EQ(date_of_iso("T09:30"), "09:30:00");
  EXPECT_EQ(date_of_iso("09:30:15"), "09:30:15");
}

TEST(IsoDate, AnythingElseIsNone) {
  for (const auto* text : {"", "2025", "2025-02-30", "2025-13-01", "14.03.2025", "2025-03-14T25:00",
                           "2025-03-14T09:60", "2025-03-14x", "T", "24:00:00", "2025-03-14T09:30+3",
                           "9999-12-31T24:00", "-2025-03-14"})
    EXPECT_EQ(date_of_iso(text), std::nullopt) << text;
}

}  // namespace
}  // namespace metodaktiv::tabular
