#include "disclosure/linear_bounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace metodaktiv::disclosure {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// total = a + b + c: quantities 0, 1, 2, 3.
CountSystem sum_of_three(double a, double b, double c) {
  return {{a + b + c, a, b, c}, {{{{0, 1}, {1, -1}, {2, -1}, {3, -1}}}}, {}};
}

TEST(LinearBounds, AKnownQuantityIsItsOwnBound) {
  const auto system = sum_of_three(3, 20, 9);
  const std::vector<bool> known(4, true);
  LinearBounds bounds(system, known);
  EXPECT_DOUBLE_EQ(bounds.of(1).least, 3);
  EXPECT_DOUBLE_EQ(bounds.of(1).most, 3);
}

TEST(LinearBounds, TheOnlyUnknownOfASumIsTheRest) {
  const auto system = sum_of_three(3, 20, 9);
  const std::vector<bool> known = {true, false, true, true};
  LinearBounds bounds(system, known);
  EXPECT_NEAR(bounds.of(1).least, 3, 1e-6);
  EXPECT_NEAR(bounds.of(1).most, 3, 1e-6);
}

TEST(LinearBounds, TwoUnknownsShareTheRest) {
  const auto system = sum_of_three(3, 20, 9);
  const std::vector<bool> known = {true, false, true, false};
  LinearBounds bounds(system, known);
  EXPECT_NEAR(bounds.of(1).least, 0, 1e-6);
  EXPECT_NEAR(bounds.of(1).most, 12, 1e-6);
}

TEST(LinearBounds, WithoutTheTotalNothingLimits) {
  const auto system = sum_of_three(3, 20, 9);
  const std::vector<bool> known = {false, false, true, true};
  LinearBounds bounds(system, known);
  EXPECT_NEAR(bounds.of(1).least, 0, 1e-6);
  EXPECT_TRUE(std::isinf(bounds.of(1).most));
  EXPECT_THAT(bounds.holding(1, true), IsEmpty());
}

TEST(LinearBounds, AQuantityWithoutEquationsIsUnlimited) {
  const CountSystem system{{4}, {}, {}};
  const std::vector<bool> known = {false};
  LinearBounds bounds(system, known);
  EXPECT_NEAR(bounds.of(0).least, 0, 1e-6);
  EXPECT_TRUE(std::isinf(bounds.of(0).most));
}

TEST(LinearBounds, AKnownWholeLimitsThePartOfAnotherPlace) {
  // n1 + n2 = 10 is known and so is d2 = 6, of which n2 is a part: n1 is at least 4.
  const CountSystem system{
      {10, 4, 6, 6, 0}, {{{{0, 1}, {1, -1}, {2, -1}}}, {{{3, 1}, {2, -1}, {4, -1}}}}, {}};
  const std::vector<bool> known = {true, false, false, true, false};
  LinearBounds bounds(system, known);
  EXPECT_NEAR(bounds.of(1).least, 4, 1e-6);
  EXPECT_NEAR(bounds.of(1).most, 10, 1e-6);
  EXPECT_THAT(bounds.holding(1, false), ElementsAre(0, 1));
}

TEST(LinearBounds, PartsOfTheSystemDoNotBearOnEachOther) {
  auto system = sum_of_three(3, 20, 9);
  system.values.insert(system.values.end(), {7, 3, 4});
  system.equations.push_back({{{4, 1}, {5, -1}, {6, -1}}});
  const std::vector<bool> known = {true, false, false, true, true, false, false};
  LinearBounds bounds(system, known);
  EXPECT_EQ(bounds.component(1), bounds.component(2));
  EXPECT_NE(bounds.component(1), bounds.component(5));
  EXPECT_NEAR(bounds.of(5).most, 7, 1e-6);
  EXPECT_NEAR(bounds.of(1).most, 23, 1e-6);
}

}  // namespace
}  // namespace metodaktiv::disclosure
