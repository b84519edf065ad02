#include "indicators/figure.h"

#include <gtest/gtest.h>

namespace metodaktiv::indicators {
namespace {

using config::TargetIs;
using config::Unit;

Figure figure(Unit unit, std::optional<double> numerator, std::optional<double> denominator,
              std::optional<double> target = std::nullopt,
              TargetIs target_is = TargetIs::kAtLeast) {
  Figure f;
  f.unit = unit;
  f.numerator = numerator;
  f.denominator = denominator;
  f.target = target;
  f.target_is = target_is;
  f.status = status_of(f);
  return f;
}

TEST(FigureTest, ValuesRoundHalfAwayFromZero) {
  EXPECT_EQ(figure(Unit::kPercent, 1, 3).machine_value(), "33.33");
  EXPECT_EQ(figure(Unit::kPercent, 2, 3).machine_value(), "66.67");
  EXPECT_EQ(figure(Unit::kPercent, 1, 800).machine_value(), "0.13");  // 0.125
  EXPECT_EQ(figure(Unit::kRatio, 135, 2).machine_value(), "67.50");
  EXPECT_EQ(figure(Unit::kCount, 12, std::nullopt).machine_value(), "12.00");
  EXPECT_EQ(figure(Unit::kPresence, 1, 1).machine_value(), "1.00");
}

TEST(FigureTest, PeopleSeeOneDecimalFromTheExactRatio) {
  EXPECT_EQ(figure(Unit::kPercent, 1, 3).shown(), "33,3\u00A0%");
  EXPECT_EQ(figure(Unit::kPercent, 4, 5).shown(), "80\u00A0%");
  // 0.449 % is 0,4 %, though its two-decimal value 0.45 would round to 0,5.
  EXPECT_EQ(figure(Unit::kPercent, 449, 100000).shown(), "0,4\u00A0%");
  EXPECT_EQ(figure(Unit::kCount, 12345, std::nullopt).shown(), "12\u00A0345");
  EXPECT_EQ(figure(Unit::kPresence, 0, 1).shown(), "нет");
  EXPECT_EQ(figure(Unit::kPercent, 0, 0).shown(), "—");
}

TEST(FigureTest, StatusComparesExactly) {
  EXPECT_EQ(figure(Unit::kPercent, 4, 5, 80).status, Status::kMet);
  EXPECT_EQ(figure(Unit::kPercent, 79999, 100000, 80).status, Status::kNotMet);  // shown as 80 %
  EXPECT_EQ(figure(Unit::kRatio, 700, 10, 70, TargetIs::kAtMost).status, Status::kMet);
  EXPECT_EQ(figure(Unit::kRatio, 701, 10, 70, TargetIs::kAtMost).status, Status::kNotMet);
  EXPECT_EQ(figure(Unit::kPercent, 0, 0, 80).status, Status::kNoData);
  EXPECT_EQ(figure(Unit::kCount, 0, 0).status, Status::kNoData);
  EXPECT_EQ(figure(Unit::kCount, 0, std::nullopt).status, Status::kInfo);
  EXPECT_EQ(figure(Unit::kPresence, 0, 1, 1).status, Status::kNotMet);
}

TEST(FigureTest, ShownTarget) {
  EXPECT_EQ(shown_target(figure(Unit::kPercent, 4, 5, 80)), "≥\u00A080\u00A0%");
  EXPECT_EQ(shown_target(figure(Unit::kRatio, 4, 5, 70, TargetIs::kAtMost)), "≤\u00A070");
  EXPECT_EQ(shown_target(figure(Unit::kPercent, 4, 5)), "");
}

}  // namespace
}  // namespace metodaktiv::indicators
