#include "site/figure.h"

#include <gtest/gtest.h>

#include "site/view_parts.h"
#include "site/wording.h"

namespace metodaktiv::site {
namespace {

using config::Unit;

Figure figure(const std::string& name, std::optional<double> numerator,
              std::optional<double> denominator, Unit unit = Unit::kPercent,
              Status status = Status::kInfo) {
  Figure f;
  f.code = name;
  f.name = name;
  f.numerator = numerator;
  f.denominator = denominator;
  f.unit = unit;
  f.status = status;
  return f;
}

TEST(Figure, IsShownInItsUnit) {
  EXPECT_EQ(figure("а", 1, 3).shown(), "33,3\u00A0%");
  EXPECT_EQ(figure("а", 140, 3, Unit::kRatio).shown(), "46,7");
  EXPECT_EQ(figure("а", 1234, std::nullopt, Unit::kCount).shown(), "1234");
  EXPECT_EQ(figure("а", 1, 1, Unit::kPresence).shown(), "есть");
  EXPECT_EQ(figure("а", 0, 1, Unit::kPresence).shown(), "нет");
}

TEST(Figure, HiddenAndMissingAreDifferentThings) {
  EXPECT_EQ(figure("а", std::nullopt, std::nullopt, Unit::kPercent, Status::kSuppressed).shown(),
            "скрыто");
  EXPECT_EQ(figure("а", 0, 0, Unit::kPercent, Status::kNoData).shown(), "нет данных");
  EXPECT_EQ(figure("а", 3, 4, Unit::kPercent, Status::kSuppressed).shown_parts(), "");
}

TEST(Figure, TargetSaysTheDirection) {
  auto f = figure("а", 1, 3);
  f.target = 80;
  EXPECT_EQ(f.shown_target(), "≥\u00A080\u00A0%");
  f.target = 100;
  EXPECT_EQ(f.shown_target(), "100\u00A0%");
  f.unit = Unit::kRatio;
  f.target = 70;
  f.target_is = config::TargetIs::kAtMost;
  EXPECT_EQ(f.shown_target(), "≤\u00A070");
}

TEST(Ranked, BestFirstEqualValuesShareAPlaceHiddenLast) {
  const auto a = figure("а", 1, 2);
  const auto b = figure("б", 3, 4);
  const auto c = figure("в", 2, 4);
  const auto d = figure("г", std::nullopt, std::nullopt, Unit::kPercent, Status::kSuppressed);
  const auto e = figure("ё", 0, 4);
  const auto rows = ranked({&d, &e, &c, &a, &b});
  std::vector<std::pair<std::string, std::size_t>> seen;
  for (const auto& row : rows) seen.emplace_back(row.figure->name, row.place);
  EXPECT_EQ(seen, (std::vector<std::pair<std::string, std::size_t>>{
                      {"б", 1}, {"а", 2}, {"в", 2}, {"ё", 4}, {"г", 0}}));
}

TEST(Ranked, LowIsBestWhenTheTargetIsAnUpperBound) {
  auto a = figure("а", 60, 1, Unit::kRatio);
  auto b = figure("б", 40, 1, Unit::kRatio);
  a.target_is = b.target_is = config::TargetIs::kAtMost;
  EXPECT_EQ(ranked({&a, &b}).front().figure->name, "б");
}

TEST(CountTargets, LeavesOutWhatHasNoStatus) {
  const auto met = figure("а", 1, 1, Unit::kPercent, Status::kMet);
  const auto missed = figure("б", 1, 2, Unit::kPercent, Status::kNotMet);
  const auto hidden = figure("в", std::nullopt, std::nullopt, Unit::kPercent, Status::kSuppressed);
  const auto count = count_targets({&met, &missed, &hidden});
  EXPECT_EQ(count.met, 1U);
  EXPECT_EQ(count.measured, 2U);
}

TEST(UnnamedSentence, AgreesWithTheNumber) {
  EXPECT_EQ(unnamed_sentence(10, 10), "");
  EXPECT_EQ(
      unnamed_sentence(22, 1),
      "Ещё 21\u00A0методист не назван: действующего согласия на публикацию имени нет. В числах он "
      "учтён.");
  EXPECT_EQ(unnamed_sentence(3, 1),
            "Ещё 2\u00A0методиста не названы: действующего согласия на публикацию имени нет. В "
            "числах они учтены.");
  EXPECT_EQ(unnamed_sentence(14, 0),
            "14\u00A0методистов не названы: действующего согласия на публикацию имени нет. В "
            "числах они учтены.");
}

TEST(Slices, CoverTheListOnce) {
  const auto parts = slices(81, 40);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[2].first, 80U);
  EXPECT_EQ(parts[2].last, 81U);
  EXPECT_EQ(slices(0, 40).size(), 1U);
  EXPECT_EQ(slices(40, 40).size(), 1U);
}

TEST(WebAddress, IsHttpOnly) {
  EXPECT_EQ(web_address("https://a.ru/"), "https://a.ru/");
  EXPECT_EQ(web_address("javascript:alert(1)"), "");
  EXPECT_EQ(web_address(" "), "");
  EXPECT_EQ(shown_address("https://www.a.ru/b/"), "a.ru/b");
}

TEST(DaysAndMonths, AreShort) {
  EXPECT_EQ(wording::days_and_months({2026, 5, 12}, {2026, 5, 12}), "12\u00A0мая");
  EXPECT_EQ(wording::days_and_months({2026, 5, 12}, {2026, 5, 14}), "12–14\u00A0мая");
  EXPECT_EQ(wording::days_and_months({2026, 5, 30}, {2026, 6, 2}), "30\u00A0мая – 2\u00A0июня");
}

}  // namespace
}  // namespace metodaktiv::site
