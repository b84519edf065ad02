#include "reports/standings.h"

#include <gtest/gtest.h>

namespace metodaktiv::reports {
namespace {

using config::TargetIs;
using config::Unit;
using indicators::Figure;
using indicators::Place;
using indicators::Results;
using indicators::Scope;

Figure figure(std::string indicator, std::string code, double numerator, double denominator,
              std::optional<double> target, TargetIs target_is = TargetIs::kAtLeast,
              Unit unit = Unit::kPercent) {
  Figure f;
  f.indicator = std::move(indicator);
  f.code = std::move(code);
  f.school_year = "2026/2027";
  f.numerator = numerator;
  f.denominator = denominator;
  f.unit = unit;
  f.target = target;
  f.target_is = target_is;
  f.status = indicators::status_of(f);
  return f;
}

Results results(std::vector<Figure> figures) {
  std::vector<Place> places = {{Scope::kRegion, "r", "Регион", {}}};
  for (const char* code : {"a", "b", "c", "d"}) {
    places.push_back({Scope::kMunicipality, code, std::string("Город ") + code, {}});
  }
  return {{"2025/2026", "2026/2027"}, places, std::move(figures)};
}

TEST(Median, OfOddEvenAndNoValues) {
  EXPECT_EQ(median({}), std::nullopt);
  EXPECT_EQ(median({500}), 500);
  EXPECT_EQ(median({300, 100, 200}), 200);
  EXPECT_EQ(median({100, 400, 200, 301}), 251);
}

TEST(Standings, EqualValuesShareAPlace) {
  const Standings standings(results({figure("x", "a", 50, 100, 80), figure("x", "b", 90, 100, 80),
                                     figure("x", "c", 1, 2, 80), figure("x", "d", 10, 100, 80)}));
  EXPECT_EQ(standings.place("x", "b"), 1);
  EXPECT_EQ(standings.place("x", "a"), 2);
  EXPECT_EQ(standings.place("x", "c"), 2);
  EXPECT_EQ(standings.place("x", "d"), 4);
  EXPECT_EQ(standings.of("x").median, 5000);
}

TEST(Standings, LeastIsBestWhereTheTargetIsAtMost) {
  const auto load = [](const char* code, double teachers) {
    return figure("load", code, teachers, 1, 70, TargetIs::kAtMost, Unit::kRatio);
  };
  const Standings standings(results({load("a", 80), load("b", 60), load("c", 70)}));
  EXPECT_EQ(standings.place("load", "b"), 1);
  EXPECT_EQ(standings.place("load", "a"), 3);
  EXPECT_EQ(standings.of("load").not_met, 1);
}

TEST(Standings, WithoutDataThereIsNoPlace) {
  const Standings standings(results({figure("x", "a", 0, 0, 80), figure("x", "b", 1, 2, 80)}));
  EXPECT_EQ(standings.place("x", "a"), std::nullopt);
  EXPECT_EQ(standings.of("x").with_data, 1);
  EXPECT_EQ(standings.of("x").no_data, 1);
  EXPECT_EQ(standings.place("unknown", "a"), std::nullopt);
}

TEST(Standings, PresenceIsCountedAndNotRanked) {
  const auto has = [](const char* code, double yes) {
    return figure("site", code, yes, 1, 1, TargetIs::kAtLeast, Unit::kPresence);
  };
  const Standings standings(results({has("a", 1), has("b", 0), has("c", 1)}));
  EXPECT_EQ(standings.of("site").present, 2);
  EXPECT_EQ(standings.place("site", "a"), std::nullopt);
}

TEST(Standings, ScoreIsTheShareOfTargetsMet) {
  const Standings standings(results({
      figure("x", "a", 90, 100, 80), figure("y", "a", 10, 100, 80),  // 1 of 2
      figure("x", "b", 90, 100, 80), figure("y", "b", 0, 0, 80),     // 1 of 1
      figure("x", "c", 85, 100, 80), figure("y", "c", 10, 100, 80),  // 1 of 2
      figure("x", "d", 0, 0, 80),                                    // nothing to compare
  }));
  EXPECT_EQ(standings.score("b")->place, 1);
  EXPECT_EQ(standings.score("a")->place, 2);
  EXPECT_EQ(standings.score("c")->place, 2);
  EXPECT_EQ(standings.score("d")->place, 4);
  EXPECT_EQ(standings.scores().front().code, "b");
}

TEST(Standings, AYearAgoIsItsOwnStanding) {
  auto before = figure("x", "a", 90, 100, 80);
  before.school_year = "2025/2026";
  const auto both = results({figure("x", "a", 10, 100, 80), before, figure("x", "b", 90, 100, 80)});
  const Standings now(both), past(both, "2025/2026");
  EXPECT_EQ(now.score("a")->place, 2);
  EXPECT_EQ(past.score("a")->place, 1);
  EXPECT_EQ(past.score("b")->with_target(), 0);
  EXPECT_EQ(past.of("x").median, 9000);
}

TEST(Standings, TiesGoByNameInNaturalOrder) {
  std::vector<Place> places = {{Scope::kRegion, "r", "Регион", {}}};
  for (const char* name : {"Муниципалитет 10", "Муниципалитет 5", "Муниципалитет 1"}) {
    places.push_back({Scope::kMunicipality, name, name, {}});
  }
  const Standings standings(Results({"2026/2027"}, places, {}));
  std::vector<std::string> names;
  for (const auto& score : standings.scores()) names.push_back(score.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"Муниципалитет 1", "Муниципалитет 5", "Муниципалитет 10"}));
}

}  // namespace
}  // namespace metodaktiv::reports
