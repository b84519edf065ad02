#include "base/number.h"

#include <gtest/gtest.h>

namespace metodaktiv::base {
namespace {

TEST(Number, RoundsHalfAwayFromZeroExactly) {
  EXPECT_EQ(scaled_ratio(1, 3, 100, 2), 3333);
  EXPECT_EQ(scaled_ratio(2, 3, 100, 2), 6667);
  EXPECT_EQ(scaled_ratio(1, 8, 1, 2), 13);  // 0.125 → 0.13
  EXPECT_EQ(scaled_ratio(-1, 8, 1, 2), -13);
  EXPECT_EQ(scaled_ratio(1, -8, 1, 2), -13);
  EXPECT_EQ(scaled_ratio(1005, 1000, 1, 2), 101);  // 1.005 has no exact double
  EXPECT_EQ(scaled_ratio(1, 2, 1, 0), 1);
  EXPECT_EQ(scaled_ratio(5, 2, 1, 0), 3);
  EXPECT_EQ(scaled_ratio(-5, 2, 1, 0), -3);
  EXPECT_EQ(scaled_ratio(0, 7, 100, 6), 0);
  EXPECT_EQ(scaled_ratio(2.5, 1, 1, 0), 3);
  EXPECT_EQ(scaled_ratio(9007199254740991.0, 9007199254740991.0, 100, 2), 10000);
}

TEST(Number, WritesFixedPoint) {
  EXPECT_EQ(fixed(3333, 2), "33.33");
  EXPECT_EQ(fixed(5, 2), "0.05");
  EXPECT_EQ(fixed(-5, 2), "-0.05");
  EXPECT_EQ(fixed(7, 0), "7");
  EXPECT_EQ(fixed(10000, 2), "100.00");
}

TEST(Number, WritesFixedPointForPeople) {
  EXPECT_EQ(fixed_russian(8000, 2), "80");
  EXPECT_EQ(fixed_russian(333, 1), "33,3");
  EXPECT_EQ(fixed_russian(12345, 1), "1234,5");
  EXPECT_EQ(fixed_russian(-1234567, 2), "−12\u00A0345,67");
  EXPECT_EQ(fixed_russian(0, 2), "0");
}

TEST(Number, WritesPlainNumbers) {
  EXPECT_EQ(plain(5), "5");
  EXPECT_EQ(plain(2.5), "2.5");
  EXPECT_EQ(plain(-0.25), "-0.25");
  EXPECT_EQ(plain(1e14), "100000000000000");
  EXPECT_EQ(plain(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain(1e-9), "0");
  EXPECT_EQ(plain(-1e-9), "0");
  EXPECT_EQ(plain(2.9999999999), "3");
  EXPECT_EQ(plain_russian(12345), "12\u00A0345");
  EXPECT_EQ(plain_russian(2.5), "2,5");
  EXPECT_EQ(plain_russian(-0.5), "−0,5");
  EXPECT_EQ(plain_russian(-12345.5), "−12\u00A0345,5");
  EXPECT_EQ(plain_russian(2.9999999999), "3");
}

}  // namespace
}  // namespace metodaktiv::base
