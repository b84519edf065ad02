#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "site/axis.h"
#include "site/chart.h"
#include "site/figure_change.h"
#include "site/spread.h"

namespace metodaktiv::site {
namespace {

using config::Unit;
using testing::ElementsAre;
using Way = FigureChange::Way;

Figure percent(double numerator, double denominator, std::optional<double> target = 80) {
  Figure f;
  f.numerator = numerator;
  f.denominator = denominator;
  f.target = target;
  f.status = !target                                               ? Status::kInfo
             : numerator / denominator * 100 >= target.value_or(0) ? Status::kMet
                                                                   : Status::kNotMet;
  return f;
}

Figure silent(Status status) {
  Figure f;
  f.status = status;
  return f;
}

std::vector<std::string> shown(const std::vector<Range>& ranges, Unit unit) {
  std::vector<std::string> result;
  for (const auto& range : ranges) result.push_back(shown_range(range, unit));
  return result;
}

TEST(Axis, BeginsAtZeroAndEndsRound) {
  EXPECT_DOUBLE_EQ(axis_for(37, Unit::kPercent).full, 100);
  EXPECT_THAT(axis_for(37, Unit::kPercent).ticks, ElementsAre(0, 20, 40, 60, 80, 100));
  EXPECT_DOUBLE_EQ(axis_for(73.2, Unit::kRatio).full, 80);
  EXPECT_DOUBLE_EQ(axis_for(0, Unit::kCount).full, 1);
  EXPECT_THAT(axis_for(3, Unit::kCount).ticks, ElementsAre(0, 1, 2, 3));
  EXPECT_DOUBLE_EQ(axis_for(0.07, Unit::kRatio).full, 0.08);
}

TEST(Axis, TicksAreFewWhateverTheNumber) {
  for (double largest = 0.01; largest < 1e7; largest *= 1.37) {
    for (const auto unit : {Unit::kRatio, Unit::kCount, Unit::kPercent}) {
      const auto axis = axis_for(largest, unit, 4);
      EXPECT_LE(axis.ticks.size(), 6U) << largest;
      EXPECT_GE(axis.full, largest * (1 - 1e-9));
      EXPECT_DOUBLE_EQ(axis.ticks.front(), 0);
      EXPECT_NEAR(axis.ticks.back(), axis.full, axis.full * 1e-9);
    }
  }
}

TEST(Ranges, HaveRoundBoundsAndHoldEverything) {
  EXPECT_THAT(shown(ranges_for({62.1, 97, 80}, Unit::kPercent), Unit::kPercent),
              ElementsAre("60–70\u00A0%", "70–80\u00A0%", "80–90\u00A0%", "90–100\u00A0%"));
  EXPECT_THAT(shown(ranges_for({0, 4}, Unit::kCount), Unit::kCount),
              ElementsAre("0", "1", "2", "3", "4"));
  EXPECT_THAT(shown(ranges_for({3, 21}, Unit::kCount), Unit::kCount),
              ElementsAre("0–4", "5–9", "10–14", "15–19", "20–24"));
  EXPECT_EQ(ranges_for({50, 50}, Unit::kPercent).size(), 1U);
  EXPECT_TRUE(ranges_for({}, Unit::kPercent).empty());
}

TEST(Ranges, NeverMoreThanAskedForAndNoneIsLeftOut) {
  for (double low = 0; low < 40; low += 0.7) {
    for (double spread = 0; spread < 90; spread += 1.3) {
      for (const auto unit : {Unit::kPercent, Unit::kRatio, Unit::kCount}) {
        const bool whole = unit == Unit::kCount;
        const double from = whole ? std::floor(low) : low;
        const double to = whole ? std::floor(low + spread) : low + spread;
        const auto ranges = ranges_for({from, to}, unit);
        ASSERT_GE(ranges.size(), 1U);
        ASSERT_LE(ranges.size(), 5U) << from << " " << to;
        EXPECT_LE(ranges.front().from, from + 1e-9);
        EXPECT_GE(ranges.back().until, to - 1e-9);
        EXPECT_EQ(range_of(ranges, from), 0U);
        EXPECT_EQ(range_of(ranges, to), ranges.size() - 1) << from << " " << to;
      }
    }
  }
}

TEST(Ranges, AValueOnTheBoundBeginsTheNextOne) {
  const auto ranges = ranges_for({60, 100}, Unit::kPercent);
  EXPECT_EQ(range_of(ranges, 69.9), 0U);
  EXPECT_EQ(range_of(ranges, 70), 1U);
  EXPECT_EQ(range_of(ranges, 100), ranges.size() - 1);
}

TEST(Change, IsTheDifferenceOfWhatBothYearsShow) {
  const auto now = percent(2, 3), before = percent(1, 3);
  ASSERT_TRUE(change_of(&now, &before));
  EXPECT_EQ(change_of(&now, &before)->shown(), "+33,4\u00A0п.\u00A0п.");  // 66,7 − 33,3
  EXPECT_EQ(change_of(&before, &now)->shown(), "−33,4\u00A0п.\u00A0п.");
  EXPECT_EQ(change_of(&now, &now)->shown(), "без изменений");
}

TEST(Change, IsBetterOrWorseByTheDirectionOfTheTarget) {
  auto now = percent(9, 10), before = percent(1, 2);
  EXPECT_EQ(change_of(&now, &before)->way, Way::kBetter);
  EXPECT_EQ(change_of(&before, &now)->way, Way::kWorse);
  now.target_is = before.target_is = config::TargetIs::kAtMost;
  EXPECT_EQ(change_of(&now, &before)->way, Way::kWorse);
  const auto plain = percent(9, 10, std::nullopt);
  EXPECT_EQ(change_of(&plain, &before)->way, Way::kOther);
}

TEST(Change, OfAYearThatIsNotOverIsNoChangeYet) {
  auto now = percent(1, 10);
  const auto before = percent(9, 10);
  now.still_accumulates = true;
  EXPECT_EQ(change_of(&now, &before)->way, Way::kRunning);
  EXPECT_EQ(change_of(&now, &before)->shown(), "год идёт");
  EXPECT_EQ(change_of(&now, &now)->shown(), "год идёт");
}

TEST(Change, OfWhatIsHiddenOrMissingSaysNothing) {
  const auto now = percent(9, 10);
  const auto hidden = silent(Status::kSuppressed), missing = silent(Status::kNoData);
  EXPECT_FALSE(change_of(&now, &hidden));
  EXPECT_FALSE(change_of(&hidden, &now));
  EXPECT_FALSE(change_of(&now, &missing));
  EXPECT_FALSE(change_of(&now, nullptr));
}

TEST(Median, IsOfPublishedValuesOnly) {
  const auto a = percent(1, 10), b = percent(5, 10), c = percent(9, 10);
  const auto hidden = silent(Status::kSuppressed);
  EXPECT_DOUBLE_EQ(*median_of({&c, &hidden, &a, &b, &hidden}), 50);
  EXPECT_DOUBLE_EQ(*median_of({&a, &b}), 30);
  EXPECT_FALSE(median_of({&hidden}));
}

TEST(HistoryWords, NameEveryYear) {
  const auto now = percent(9, 10);
  const auto hidden = silent(Status::kSuppressed);
  EXPECT_EQ(history_words({{"2024/2025", nullptr}, {"2025/2026", &hidden}, {"2026/2027", &now}}),
            "2024/25\u00A0— нет данных, 2025/26\u00A0— скрыто, 2026/27\u00A0— 90\u00A0%");
}

TEST(Hatching, StaysInsideItsRectangle) {
  const auto path = hatching(10, 20, 46, 34);
  std::size_t lines = 0;
  for (std::size_t at = 0; (at = path.find('M', at)) != std::string::npos; ++at) {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    ASSERT_EQ(std::sscanf(path.c_str() + at, "M%lf %lfL%lf %lf", &x1, &y1, &x2, &y2), 4);
    for (const double x : {x1, x2}) EXPECT_TRUE(x >= 10 && x <= 56) << x;
    for (const double y : {y1, y2}) EXPECT_TRUE(y >= 20 && y <= 54) << y;
    EXPECT_NEAR(x2 - x1, y1 - y2, 0.11);  // 45 degrees
    ++lines;
  }
  EXPECT_GT(lines, 5U);
}

class DotsTest : public testing::TestWithParam<int> {};

/// However the values lie — spread out, in two heaps, all the same — no two dots overlap and the
/// stacks keep to their room.
TEST_P(DotsTest, DoNotOverlap) {
  std::vector<Figure> figures;
  for (int i = 0; i < 58; ++i)
    figures.push_back(percent(GetParam() == 0 ? 100 : (i * GetParam()) % 101, 100));
  figures.push_back(silent(Status::kSuppressed));
  std::vector<const Figure*> list;
  for (const auto& figure : figures) list.push_back(&figure);
  const auto stack = stack_dots(list, axis_for(100, Unit::kPercent), 376, 104);
  ASSERT_EQ(stack.dots.size(), 58U);
  EXPECT_GE(stack.radius, 1.5);
  EXPECT_LE(stack.height, 104.01);
  for (std::size_t i = 0; i < stack.dots.size(); ++i) {
    for (std::size_t j = i + 1; j < stack.dots.size(); ++j) {
      const auto &a = stack.dots[i], &b = stack.dots[j];
      EXPECT_GE(std::hypot(a.x - b.x, a.y - b.y), 2 * stack.radius) << i << " " << j;
    }
    // A dot stands over its value, to within a bin.
    EXPECT_NEAR(stack.dots[i].x, *stack.dots[i].figure->value() * 3.76, 376.0 / 30) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Values, DotsTest, testing::Values(0, 1, 7, 33, 50, 100));

}  // namespace
}  // namespace metodaktiv::site
