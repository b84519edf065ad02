#include "reports/wording.h"

#include <gtest/gtest.h>

namespace metodaktiv::reports {
namespace {

using config::TargetIs;
using config::Unit;
using indicators::Figure;

Figure figure(Unit unit, std::optional<double> numerator, std::optional<double> denominator,
              std::optional<double> target = std::nullopt,
              TargetIs target_is = TargetIs::kAtLeast) {
  Figure f;
  f.unit = unit;
  f.numerator = numerator;
  f.denominator = denominator;
  f.target = target;
  f.target_is = target_is;
  f.status = indicators::status_of(f);
  return f;
}

TEST(Wording, ChangeOfAShareIsInPercentagePoints) {
  const auto now = figure(Unit::kPercent, 412, 500, 80);
  const auto before = figure(Unit::kPercent, 751, 1000, 80);
  const auto moved = change(&now, &before);
  EXPECT_EQ(moved.delta, 730);
  EXPECT_EQ(moved.mood, Mood::kGood);
  EXPECT_EQ(shown(moved, Unit::kPercent), "+7,3\u00A0п.\u00A0п.");
  EXPECT_EQ(shown(change(&before, &now), Unit::kPercent), "−7,3\u00A0п.\u00A0п.");
  EXPECT_EQ(shown(change(&now, &now), Unit::kPercent), "без изменений");
}

TEST(Wording, GrowthOfALoadLeadsAwayFromItsTarget) {
  const auto now = figure(Unit::kRatio, 141, 2, 70, TargetIs::kAtMost);
  const auto before = figure(Unit::kRatio, 68, 1, 70, TargetIs::kAtMost);
  EXPECT_EQ(change(&now, &before).mood, Mood::kBad);
  EXPECT_EQ(shown(change(&now, &before), Unit::kRatio), "+2,5");
}

TEST(Wording, ChangeWithoutDataIsADash) {
  const auto now = figure(Unit::kPercent, 1, 2);
  const auto none = figure(Unit::kPercent, 0, 0);
  EXPECT_EQ(shown(change(&now, &none), Unit::kPercent), "—");
  EXPECT_EQ(shown(change(&now, nullptr), Unit::kPercent), "—");
}

TEST(Wording, TinyChangeIsNotShownAsZero) {
  const auto now = figure(Unit::kPercent, 5001, 10000);
  const auto before = figure(Unit::kPercent, 4999, 10000);
  EXPECT_EQ(shown(change(&now, &before), Unit::kPercent), "менее 0,1");
  EXPECT_EQ(shown_distance(2, Unit::kRatio), "менее 0,1");
}

TEST(Wording, PresenceAppearsAndGetsLost) {
  const auto yes = figure(Unit::kPresence, 1, 1, 1);
  const auto no = figure(Unit::kPresence, 0, 1, 1);
  EXPECT_EQ(shown(change(&yes, &no), Unit::kPresence), "появилось");
  EXPECT_EQ(shown(change(&no, &yes), Unit::kPresence), "утрачено");
  EXPECT_EQ(shown_hundredths(100, Unit::kPresence), "есть");
}

TEST(Wording, HowManyMoreReachTheTarget) {
  // 80 % of 500 are 400.
  EXPECT_EQ(needed(figure(Unit::kPercent, 360, 500, 80)).count, 40);
  // 60 % of 7 are 4.2: five people.
  EXPECT_EQ(needed(figure(Unit::kPercent, 3, 7, 60)).count, 2);
  EXPECT_EQ(needed(figure(Unit::kPercent, 400, 500, 80)).count, 0);
  // 1000 teachers with at most 70 each need 15 methodists; there are 12.
  const auto load = needed(figure(Unit::kRatio, 1000, 12, 70, TargetIs::kAtMost));
  EXPECT_EQ(load.count, 3);
  EXPECT_TRUE(load.in_denominator);
}

TEST(Wording, DistanceToTarget) {
  EXPECT_EQ(distance_to_target(figure(Unit::kPercent, 360, 500, 80)), 800);
  EXPECT_EQ(distance_to_target(figure(Unit::kPercent, 450, 500, 80)), 0);
  EXPECT_EQ(distance_to_target(figure(Unit::kRatio, 141, 2, 70, TargetIs::kAtMost)), 50);
}

TEST(Wording, StatusesDoNotRelyOnColour) {
  EXPECT_EQ(shown_status(figure(Unit::kPercent, 9, 10, 80)), "✔ выполнено");
  EXPECT_EQ(shown_status(figure(Unit::kPercent, 1, 10, 80)), "✘ не выполнено");
  EXPECT_EQ(shown_status(figure(Unit::kPercent, 1, 10)), "— без цели");
  EXPECT_EQ(shown_status(figure(Unit::kPercent, 0, 0, 80)), "нет данных");
}

TEST(Wording, WordAfterATotalFollowsIt) {
  EXPECT_EQ(of_total(8, 11, "показателя", "показателей"), "8 из\u00A011\u00A0показателей");
  EXPECT_EQ(of_total(1, 1, "показателя", "показателей"), "1 из\u00A01\u00A0показателя");
  EXPECT_EQ(of_total(20, 21, "показателя", "показателей"), "20 из\u00A021\u00A0показателя");
  EXPECT_EQ(of_total(2, 3, "показателя", "показателей"), "2 из\u00A03\u00A0показателей");
}

}  // namespace
}  // namespace metodaktiv::reports
