#include "reports/outliers.h"

#include <gtest/gtest.h>

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Figure;
using indicators::Place;
using indicators::Scope;

/// Municipalities «m01», «m02», … with shares of 100 for two years, under one indicator.
class OutliersTest : public testing::Test {
 protected:
  OutliersTest() {
    indicator_.id = "share";
    profile_.indicators = {indicator_};
  }

  void value(double now, std::optional<double> before = std::nullopt, double of = 100) {
    const auto number = std::to_string(100 + places_.size());
    places_.push_back({Scope::kMunicipality, "m" + number, "М " + number, {}});
    figures_.push_back(figure("2026/2027", now, of));
    if (before) figures_.push_back(figure("2025/2026", *before, 100));
  }
  [[nodiscard]] Outliers outliers() {
    auto places = places_;
    places.push_back({Scope::kRegion, "region", "Регион", {}});
    results_ = std::make_unique<indicators::Results>(
        std::vector<std::string>{"2025/2026", "2026/2027"}, places, figures_);
    return {*results_, profile_, rule_};
  }
  Figure figure(const std::string& year, double share, double of) {
    Figure f;
    f.indicator = "share";
    f.code = places_.back().code;
    f.name = places_.back().name;
    f.school_year = year;
    f.numerator = share * of / 100;
    f.denominator = of;
    f.unit = profile_.indicators.front().unit;
    f.target = profile_.indicators.front().target;
    f.target_is = profile_.indicators.front().target_is;
    f.status = indicators::status_of(f);
    return f;
  }

  config::IndicatorDefinition indicator_;
  config::RegionProfile profile_;
  OutlierRule rule_;
  std::vector<Place> places_;
  std::vector<Figure> figures_;
  std::unique_ptr<indicators::Results> results_;
};

TEST(Quartiles, LieBetweenNeighbours) {
  // Of 1, 2, 3, 4 the quartiles are 1.75 and 3.25: in quarters 7 and 13.
  EXPECT_EQ(quartiles({4, 1, 3, 2}).lower, 7);
  EXPECT_EQ(quartiles({4, 1, 3, 2}).upper, 13);
  EXPECT_EQ(quartiles({5}).lower, 20);
  EXPECT_EQ(quartiles({5}).upper, 20);
}

TEST_F(OutliersTest, BeyondTheFenceIsFar) {
  for (int i = 0; i < 11; ++i) value(60 + i);  // quartiles 62.5 and 67.5 with the next one
  value(20);
  const auto found = outliers();
  ASSERT_EQ(found.values().size(), 2U);
  const auto& low = found.values().front();
  EXPECT_EQ(low.place.code, "m111");
  EXPECT_TRUE(low.far && low.bad && !low.above);
  // The best of twelve is among the first tenth, and no farther than others.
  EXPECT_EQ(found.values().back().place.code, "m110");
  EXPECT_TRUE(found.values().back().good);
  EXPECT_FALSE(found.values().back().far);
  EXPECT_EQ(found.values_of("m111").size(), 1U);
  EXPECT_TRUE(found.values_of("m101").empty());
}

TEST_F(OutliersTest, FewMunicipalitiesAreNotCompared) {
  for (int i = 0; i < 8; ++i) value(60 + i);
  value(5);
  const auto found = outliers();
  EXPECT_FALSE(found.compared());
  EXPECT_FALSE(found.compared("share"));
  EXPECT_TRUE(found.values().empty());
}

TEST_F(OutliersTest, ManyEqualsAreNoTail) {
  for (int i = 0; i < 15; ++i) value(100);
  for (int i = 0; i < 15; ++i) value(50 + i);
  const auto found = outliers();
  for (const auto& one : found.values()) EXPECT_LT(one.measure, 10000) << one.place.code;
}

TEST_F(OutliersTest, ASmallDistanceIsNone) {
  for (int i = 0; i < 12; ++i) value(80);
  value(77);
  EXPECT_TRUE(outliers().values().empty());
}

TEST_F(OutliersTest, AShareOfAFewIsNotNamed) {
  for (int i = 0; i < 12; ++i) value(60 + i);
  value(0, std::nullopt, 4);
  const auto found = outliers();
  for (const auto& one : found.values()) EXPECT_NE(one.place.code, "m112");
}

TEST_F(OutliersTest, LessIsBetterBelowAnUpperTarget) {
  profile_.indicators.front().target = 70;
  profile_.indicators.front().target_is = config::TargetIs::kAtMost;
  for (int i = 0; i < 12; ++i) value(60 + i);
  value(10);
  const auto found = outliers();
  ASSERT_FALSE(found.values_of("m112").empty());
  EXPECT_TRUE(found.values_of("m112").front()->good);
}

TEST_F(OutliersTest, ARatioWithoutATargetIsNeitherGoodNorBad) {
  profile_.indicators.front().unit = Unit::kRatio;
  for (int i = 0; i < 12; ++i) value(6000 + i * 100);
  value(20000);
  const auto found = outliers();
  ASSERT_FALSE(found.values().empty());
  for (const auto& one : found.values()) EXPECT_FALSE(one.good || one.bad);
}

TEST_F(OutliersTest, CountsAreNotCompared) {
  profile_.indicators.front().unit = Unit::kCount;
  for (int i = 0; i < 12; ++i) value(i);
  value(1000);
  EXPECT_TRUE(outliers().values().empty());
}

TEST_F(OutliersTest, AChangeIsMeasuredByTheOthersChange) {
  // A young year: everybody is forty points below the full one, and nobody fell.
  for (int i = 0; i < 12; ++i) value(20 + i, 60 + i);
  value(10, 90);
  value(60, 62);
  const auto found = outliers();
  ASSERT_EQ(found.changes().size(), 2U);
  EXPECT_EQ(found.changes()[0].place.code, "m112");
  EXPECT_TRUE(found.changes()[0].bad);
  EXPECT_EQ(found.changes()[0].median, -4000);
  EXPECT_EQ(found.changes()[1].place.code, "m113");
  EXPECT_TRUE(found.changes()[1].good);
}

}  // namespace
}  // namespace metodaktiv::reports
