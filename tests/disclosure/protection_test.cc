#include "disclosure/protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace metodaktiv::disclosure {
namespace {

using testing::IsEmpty;
using testing::Not;

constexpr double kLeast = 5;

/// Places with a share each (part of a whole), whose parts and wholes add up to the region's. The
/// wholes may stand published on their own, too.
struct Shares {
  CountSystem system;
  std::vector<Cell> cells;
  std::vector<Group> groups;

  std::size_t quantity(double value) {
    system.values.push_back(value);
    return system.values.size() - 1;
  }
  void guard(std::size_t q) {
    if (system.values[q] > 0 && system.values[q] < kLeast) system.sensitive.push_back(q);
  }
  std::size_t add(double part, double whole, bool region) {
    const auto n = quantity(part), d = quantity(whole), rest = quantity(whole - part);
    system.equations.push_back({{{d, 1}, {n, -1}, {rest, -1}}});
    if (!region) {
      for (const auto q : {n, d, rest}) guard(q);
    }
    cells.push_back({{part, whole, whole - part}, region, false, {n, d, rest}, whole});
    return cells.size() - 1;
  }
  /// The whole of a cell as a cell of its own.
  void publish_whole(std::size_t cell) {
    const auto d = cells[cell].quantities[1];
    cells.push_back({{system.values[d]}, cells[cell].may_be_small, false, {d}, system.values[d]});
  }
  void close(const std::vector<std::size_t>& members, std::size_t total) {
    for (std::size_t i = 0; i < 2; ++i) {
      Equation sum;
      sum.terms.push_back({cells[total].quantities[i], 1});
      for (const auto m : members) sum.terms.push_back({cells[m].quantities[i], -1});
      system.equations.push_back(sum);
    }
    groups.push_back({members, total});
  }
};

Shares region_of(const std::vector<std::pair<double, double>>& places, bool wholes_published) {
  Shares shares;
  double part = 0, whole = 0;
  std::vector<std::size_t> members;
  for (const auto& [n, d] : places) {
    members.push_back(shares.add(n, d, false));
    part += n;
    whole += d;
  }
  const auto total = shares.add(part, whole, true);
  shares.close(members, total);
  if (wholes_published) {
    for (std::size_t i = 0; i <= members.size(); ++i) shares.publish_whole(i);
  }
  return shares;
}

TEST(Protection, GroupsAloneAreNotEnoughWhereWholesArePublished) {
  // 4 of 10 and 20 of 20 are hidden together; with both wholes known, 24 − 20 gives the 4 away.
  const auto places = std::vector<std::pair<double, double>>{{4, 10}, {20, 20}, {50, 100}};
  auto by_groups = region_of(places, true);
  suppress(by_groups.cells, by_groups.groups, kLeast);
  ASSERT_THAT(exposed(by_groups.system, by_groups.cells, kLeast), Not(IsEmpty()));

  auto shares = region_of(places, true);
  EXPECT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
  EXPECT_THAT(exposed(shares.system, shares.cells, kLeast), IsEmpty());
}

TEST(Protection, WhatIsSafeStaysPublished) {
  auto shares = region_of({{40, 100}, {30, 70}, {10, 20}}, true);
  EXPECT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
  for (const auto& cell : shares.cells) EXPECT_FALSE(cell.suppressed);
}

TEST(Protection, ASmallCountPublishedElsewhereIsHiddenThere) {
  // The share's cell is hidden for its whole of 3, which stands on its own as well.
  auto shares = region_of({{1, 3}, {20, 60}, {30, 90}}, false);
  shares.cells.push_back({{100}, false, false, {shares.cells[0].quantities[1]}, 3});
  EXPECT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
  EXPECT_TRUE(shares.cells.back().suppressed);
}

TEST(Protection, HoldsForRandomLinkedRegions) {
  std::mt19937 random(20261122);
  const auto below = [&](unsigned limit) { return static_cast<double>(random() % limit); };
  int by_groups_alone = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::pair<double, double>> places;
    const unsigned count = 2 + random() % 9;
    for (unsigned i = 0; i < count; ++i) {
      const double whole = below(30);
      places.emplace_back(below(static_cast<unsigned>(whole) + 1), whole);
    }
    auto shares = region_of(places, round % 2 == 0);
    auto former = shares;
    suppress(former.cells, former.groups, kLeast);
    if (!exposed(former.system, former.cells, kLeast).empty()) ++by_groups_alone;

    EXPECT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
    EXPECT_THAT(exposed(shares.system, shares.cells, kLeast), IsEmpty());
    for (const auto& cell : shares.cells) {
      if (!cell.may_be_small && is_small(cell, kLeast)) {
        EXPECT_TRUE(cell.suppressed);
      }
    }
  }
  EXPECT_GT(by_groups_alone, 0);
}

TEST(Protection, HidesNothingThatCouldBePublished) {
  std::mt19937 random(20261123);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::pair<double, double>> places;
    const unsigned count = 3 + random() % 7;
    for (unsigned i = 0; i < count; ++i) {
      const auto whole = static_cast<unsigned>(random() % 30);
      places.emplace_back(static_cast<double>(random() % (whole + 1)), static_cast<double>(whole));
    }
    auto shares = region_of(places, round % 2 == 0);
    ASSERT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
    for (auto& cell : shares.cells) {
      if (!cell.suppressed || (!cell.may_be_small && is_small(cell, kLeast))) continue;
      cell.suppressed = false;
      bool all_hold = true;
      for (const auto& group : shares.groups)
        all_hold = all_hold && holds(shares.cells, group, kLeast);
      EXPECT_TRUE(!all_hold || !exposed(shares.system, shares.cells, kLeast).empty());
      cell.suppressed = true;
    }
  }
}

TEST(Protection, WhatIsHiddenOnEntryStaysHidden) {
  auto shares = region_of({{40, 100}, {30, 70}, {10, 20}}, false);
  shares.cells[0].suppressed = shares.cells[1].suppressed = true;
  EXPECT_THAT(protect(shares.system, shares.cells, shares.groups, kLeast), IsEmpty());
  EXPECT_TRUE(shares.cells[0].suppressed);
  EXPECT_TRUE(shares.cells[1].suppressed);
}

TEST(Protection, DependsOnTheArgumentsAlone) {
  const std::vector<std::pair<double, double>> places = {
      {4, 10}, {4, 10}, {20, 20}, {9, 30}, {9, 30}};
  auto first = region_of(places, true), second = region_of(places, true);
  protect(first.system, first.cells, first.groups, kLeast);
  protect(second.system, second.cells, second.groups, kLeast);
  for (std::size_t i = 0; i < first.cells.size(); ++i)
    EXPECT_EQ(first.cells[i].suppressed, second.cells[i].suppressed);
}

}  // namespace
}  // namespace metodaktiv::disclosure
