#include "publication/disclosed_distributions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace metodaktiv::publication {
namespace {

using indicators::Distribution;
using indicators::DistributionRow;
using indicators::Scope;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kLeast = 5;

class DisclosedDistributions : public ::testing::Test {
 protected:
  DisclosedDistributions() {
    definition_.id = "outcome";
    definition_.values = {{"yes", "да", ""}, {"no", "нет", ""}};
  }

  static DistributionRow row(Scope scope, const std::string& code, long long yes, long long no) {
    return {scope, code, code, {}, {yes, no}, yes + no};
  }
  Distribution of(std::vector<DistributionRow> rows) { return {&definition_, std::move(rows)}; }

  config::DistributionDefinition definition_;
};

TEST_F(DisclosedDistributions, ASmallCountCannotBeWorkedOut) {
  const auto disclosed = disclosed_distributions(
      {of({row(Scope::kRegion, "r", 52, 32), row(Scope::kMunicipality, "a", 2, 10),
           row(Scope::kMunicipality, "b", 20, 10), row(Scope::kMunicipality, "c", 30, 12)})},
      kLeast);
  const auto& rows = disclosed.front().rows;
  EXPECT_FALSE(rows[1].counts[0]);
  // Neither from the row of the place …
  EXPECT_TRUE(!rows[1].counts[1] || !rows[1].total);
  // … nor from the region.
  EXPECT_TRUE(!rows[0].counts[0] || !rows[2].counts[0] || !rows[3].counts[0]);
}

TEST_F(DisclosedDistributions, LargeCountsStay) {
  const auto all = of({row(Scope::kRegion, "r", 50, 32), row(Scope::kMunicipality, "a", 20, 10),
                       row(Scope::kMunicipality, "b", 30, 22)});
  const auto disclosed = disclosed_distributions({all}, kLeast);
  EXPECT_THAT(disclosed.front().rows[0].counts, ElementsAre(50, 32));
  EXPECT_THAT(disclosed.front().rows[2].counts, ElementsAre(30, 22));
}

TEST_F(DisclosedDistributions, WhatDoesNotCountPeopleIsExact) {
  definition_.counts_people = false;
  const auto disclosed = disclosed_distributions({of({row(Scope::kRegion, "r", 1, 2)})}, kLeast);
  EXPECT_THAT(disclosed.front().rows[0].counts, ElementsAre(1, 2));
}

TEST_F(DisclosedDistributions, RestrictedOnesStayInside) {
  definition_.is_public = false;
  EXPECT_THAT(disclosed_distributions({of({row(Scope::kRegion, "r", 100, 200)})}, kLeast),
              IsEmpty());
}

}  // namespace
}  // namespace metodaktiv::publication
