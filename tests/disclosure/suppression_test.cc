#include "disclosure/suppression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace metodaktiv::disclosure {
namespace {

using testing::ElementsAre;

std::vector<Cell> counts(const std::vector<double>& values) {
  std::vector<Cell> cells;
  for (const double value : values) cells.push_back({{value}, false, false});
  cells.back().may_be_small = true;  // the last one is the total
  return cells;
}

std::vector<bool> hidden(const std::vector<Cell>& cells) {
  std::vector<bool> result;
  for (const auto& cell : cells) result.push_back(cell.suppressed);
  return result;
}

Group all_but_last(const std::vector<Cell>& cells) {
  Group group;
  for (std::size_t i = 0; i + 1 < cells.size(); ++i) group.members.push_back(i);
  group.total = cells.size() - 1;
  return group;
}

TEST(Suppression, SmallIsBetweenOneAndKMinusOne) {
  EXPECT_FALSE(is_small({{0}, false, false}, 5));
  EXPECT_TRUE(is_small({{1}, false, false}, 5));
  EXPECT_TRUE(is_small({{4}, false, false}, 5));
  EXPECT_FALSE(is_small({{5}, false, false}, 5));
  EXPECT_TRUE(is_small({{8, 10, 2}, false, false}, 5));
}

TEST(Suppression, NothingSmallNothingHidden) {
  auto cells = counts({5, 0, 12, 17});
  suppress(cells, {all_but_last(cells)}, 5);
  EXPECT_THAT(hidden(cells), ElementsAre(false, false, false, false));
}

TEST(Suppression, ASingleHiddenCellTakesTheSmallestOtherWithIt) {
  auto cells = counts({3, 20, 9, 32});
  suppress(cells, {all_but_last(cells)}, 5);
  EXPECT_THAT(hidden(cells), ElementsAre(true, false, true, false));
}

TEST(Suppression, TwoHiddenCellsTogetherCountAtLeastK) {
  auto cells = counts({1, 2, 40, 30, 73});
  suppress(cells, {all_but_last(cells)}, 5);
  EXPECT_THAT(hidden(cells), ElementsAre(true, true, false, true, false));
}

TEST(Suppression, TotalIsHiddenWhenMembersCannotProtectEachOther) {
  auto cells = counts({2, 0, 2});
  suppress(cells, {all_but_last(cells)}, 5);
  EXPECT_TRUE(cells[0].suppressed);
  EXPECT_TRUE(cells[2].suppressed);
}

TEST(Suppression, NobodysCellsAreNotHiddenWhereTheyCannotHelp) {
  auto cells = counts({2, 0, 1, 0, 0, 3});
  suppress(cells, {all_but_last(cells)}, 5);
  EXPECT_THAT(hidden(cells), ElementsAre(true, false, true, false, false, true));
}

TEST(Suppression, ACellOfTwoGroupsIsProtectedInBoth) {
  // Two rows and two columns with totals: hiding one cell calls for a rectangle.
  std::vector<Cell> cells = counts({3, 50, 60, 70, 53, 130, 63, 120});
  const std::vector<Group> groups = {{{0, 1}, 4}, {{2, 3}, 5}, {{0, 2}, 6}, {{1, 3}, 7}};
  suppress(cells, groups, 5);
  EXPECT_THAT(hidden(cells), ElementsAre(true, true, true, true, false, false, false, false));
}

TEST(Suppression, HoldsForRandomGroups) {
  std::mt19937 random(20261122);
  for (int round = 0; round < 500; ++round) {
    std::vector<double> values;
    double total = 0;
    const int members = 2 + static_cast<int>(random() % 12);
    for (int i = 0; i < members; ++i) {
      values.push_back(static_cast<double>(random() % 15));
      total += values.back();
    }
    values.push_back(total);
    auto cells = counts(values);
    suppress(cells, {all_but_last(cells)}, 5);
    int count = 0;
    double sum = 0;
    for (int i = 0; i < members; ++i) {
      if (is_small(cells[static_cast<std::size_t>(i)], 5)) {
        EXPECT_TRUE(cells[static_cast<std::size_t>(i)].suppressed);
      }
      if (!cells[static_cast<std::size_t>(i)].suppressed) continue;
      ++count;
      sum += values[static_cast<std::size_t>(i)];
    }
    if (count > 0 && !cells.back().suppressed) {
      EXPECT_GE(count, 2);
      EXPECT_GE(sum, 5);
    }
  }
}

}  // namespace
}  // namespace metodaktiv::disclosure
