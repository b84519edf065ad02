#include "publication/disclosed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "registry/database.h"
#include "support/small_registry.h"

namespace metodaktiv::publication {
namespace {

using indicators::Distribution;
using indicators::DistributionRow;
using indicators::Figure;
using indicators::Form1;
using indicators::Form1Row;
using indicators::Place;
using indicators::Results;
using indicators::Scope;
using indicators::Status;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kYear = "2026/2027";

/// A region of three municipalities; shares of people at them.
class DisclosedTest : public ::testing::Test {
 protected:
  DisclosedTest() {
    profile_.disclosure_k = 5;
    definition_.id = "outcome";
    definition_.values = {{"yes", "да", ""}, {"no", "нет", ""}};
  }

  void indicator(const std::string& id, const std::string& numerator_population,
                 const std::string& denominator_population,
                 const std::vector<std::pair<double, double>>& municipalities) {
    config::IndicatorDefinition definition;
    definition.id = id;
    definition.numerator_population = numerator_population;
    definition.denominator_population = denominator_population;
    profile_.indicators.push_back(definition);
    double part = 0, whole = 0;
    for (const auto& [n, d] : municipalities) part += n, whole += d;
    figures_.push_back(figure(id, Scope::kRegion, "r", part, whole));
    const char* codes[] = {"a", "b", "c"};
    for (std::size_t i = 0; i < municipalities.size(); ++i) {
      const auto& [n, d] = municipalities[i];
      figures_.push_back(figure(id, Scope::kMunicipality, codes[i], n, d));
    }
  }
  static Figure figure(const std::string& id, Scope scope, const std::string& code, double n,
                       double d) {
    Figure f;
    f.indicator = id;
    f.scope = scope;
    f.code = code;
    f.school_year = kYear;
    f.numerator = n;
    f.denominator = d;
    f.status = Status::kInfo;
    return f;
  }
  [[nodiscard]] Results results() const {
    return {{kYear},
            {{Scope::kRegion, "r", "r", ""},
             {Scope::kMunicipality, "a", "a", ""},
             {Scope::kMunicipality, "b", "b", ""},
             {Scope::kMunicipality, "c", "c", ""}},
            figures_};
  }
  static Form1 form(Scope scope, const std::string& code, std::vector<long long> teachers) {
    Form1 form{scope, code, code, {}, {}};
    long long total = 0;
    for (std::size_t s = 0; s < teachers.size(); ++s) {
      Form1Row row;
      row.subject = std::string(1, static_cast<char>('s' + s));
      row.teachers = teachers[s];
      total += teachers[s];
      form.rows.push_back(row);
    }
    form.total.teachers = total;
    return form;
  }
  static DistributionRow row(Scope scope, const std::string& code, long long yes, long long no) {
    return {scope, code, code, {}, {yes, no}, yes + no};
  }
  [[nodiscard]] std::vector<Distribution> of(std::vector<DistributionRow> rows) const {
    return {{&definition_, std::move(rows)}};
  }
  [[nodiscard]] static std::vector<bool> hidden(const Disclosed& disclosed) {
    std::vector<bool> result;
    for (const auto& f : disclosed.figures) result.push_back(f.status == Status::kSuppressed);
    return result;
  }

  config::RegionProfile profile_;
  config::DistributionDefinition definition_;
  std::vector<Figure> figures_;
};

TEST_F(DisclosedTest, ASmallCountIsHiddenWithAnother) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  const auto disclosed = disclose(results(), profile_, {}, {});
  EXPECT_THAT(hidden(disclosed), ElementsAre(false, true, true, false));
  EXPECT_FALSE(disclosed.figures[1].numerator);
  EXPECT_FALSE(disclosed.figures[1].denominator);
}

TEST_F(DisclosedTest, TheSamePeopleInAnotherIndicatorAreHiddenThere) {
  indicator("developed", "with-route", "", {{3, 20}, {30, 60}, {40, 90}});
  indicator("completed", "", "with-route", {{0, 3}, {10, 30}, {15, 40}});
  const auto disclosed = disclose(results(), profile_, {}, {});
  EXPECT_TRUE(hidden(disclosed)[1]);
  EXPECT_TRUE(hidden(disclosed)[5]);
}

TEST_F(DisclosedTest, AWholeKnownFromForm1DoesNotGiveThePartAway) {
  // Hidden together 4 of 10 and 20 of 20 would be enough, were the 20 not in form 1.
  indicator("trained", "", kForm1Population, {{4, 10}, {20, 20}, {50, 100}});
  const std::vector<Form1> forms = {
      form(Scope::kRegion, "r", {130}), form(Scope::kMunicipality, "a", {10}),
      form(Scope::kMunicipality, "b", {20}), form(Scope::kMunicipality, "c", {100})};
  const auto disclosed = disclose(results(), profile_, forms, {});
  const auto h = hidden(disclosed);
  EXPECT_TRUE(h[1]);
  const bool whole_of_b_is_hidden = !disclosed.form1[2].total.teachers.has_value();
  EXPECT_TRUE(h[3] || h[0] || whole_of_b_is_hidden);
}

TEST_F(DisclosedTest, PartsOfAPartitionProtectEachOther) {
  indicator("yes", "yes", "all", {{17, 20}, {40, 60}, {50, 90}});
  indicator("no", "no", "all", {{3, 20}, {20, 60}, {40, 90}});
  profile_.partitions = {{"all", {"yes", "no"}, true}};
  const auto disclosed = disclose(results(), profile_, {}, {});
  EXPECT_TRUE(hidden(disclosed)[1]);
  EXPECT_TRUE(hidden(disclosed)[5]);
}

TEST_F(DisclosedTest, DifferentCountsOfOnePopulationAreAnErrorOfTheProfile) {
  indicator("developed", "with-route", "", {{30, 40}, {30, 60}, {40, 90}});
  indicator("completed", "", "with-route", {{10, 31}, {10, 30}, {15, 40}});
  try {
    disclose(results(), profile_, {}, {});
    FAIL() << "accepted";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), ::testing::HasSubstr("with-route"));
  }
}

/// A publication of the year after, which says of kYear what is given: hidden without numbers.
class FormerPublication {
 public:
  explicit FormerPublication(const std::string& school_year = "2027/2028") : folder_("former") {
    registry::Database db(file(), registry::Database::Mode::kCreate);
    db.execute(
        "CREATE TABLE about (key TEXT, value TEXT); "
        "CREATE TABLE indicator_values (indicator TEXT, school_year TEXT, scope TEXT, code TEXT, "
        "numerator REAL, denominator REAL, status TEXT); "
        "CREATE TABLE form1 (scope TEXT, code TEXT, subject TEXT, teachers INTEGER); "
        "CREATE TABLE distribution_values (distribution TEXT, scope TEXT, code TEXT, key TEXT, "
        "count INTEGER, total INTEGER)");
    auto year = db.prepare("INSERT INTO about VALUES ('school_year', ?)");
    year.bind(1, school_year);
    year.run();
  }
  void says(const Figure& figure, bool hidden) {
    registry::Database db(file(), registry::Database::Mode::kReadWrite);
    auto insert = db.prepare("INSERT INTO indicator_values VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, figure.indicator)
        .bind(2, figure.school_year)
        .bind(3, std::string(indicators::scope_key(figure.scope)))
        .bind(4, figure.code)
        .bind(5, hidden ? registry::Value{} : registry::Value{*figure.numerator})
        .bind(6, hidden ? registry::Value{} : registry::Value{*figure.denominator})
        .bind(7, std::string(hidden ? "suppressed" : "info"));
    insert.run();
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "publication.db"; }

 private:
  test::TempFolder folder_;
};

TEST_F(DisclosedTest, WhatWasHiddenOfAPastYearStaysHidden) {
  indicator("share", "", "", {{20, 40}, {30, 60}, {40, 90}});
  FormerPublication former;
  former.says(figures_[1], true);
  former.says(figures_[2], true);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(false, true, true, false));
}

TEST_F(DisclosedTest, ANumberThatIsKnownAlreadyProtectsNobody) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  FormerPublication former;
  former.says(figures_[2], false);  // the one that would be hidden with the small one
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_TRUE(hidden(disclosed)[1]);
  EXPECT_TRUE(hidden(disclosed)[3]);
  EXPECT_EQ(disclosed.given_away, 0U);
}

TEST_F(DisclosedTest, OtherNumbersThanNowAreAnotherMatter) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  FormerPublication former;
  former.says(figure("share", Scope::kMunicipality, "b", 31, 60), false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(false, true, true, false));
}

TEST_F(DisclosedTest, ANumeratorIsKnownAlreadyThoughItsDenominatorWasCorrected) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  FormerPublication former;
  former.says(figure("share", Scope::kMunicipality, "b", 30, 61), false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_TRUE(hidden(disclosed)[3]);
  EXPECT_EQ(disclosed.given_away, 0U);
}

TEST_F(DisclosedTest, TheFormerPublicationCannotBeSubtracted) {
  // c was 40 of 90 and is 40 of 43 now: with both sums of the region, 3 would follow, for a and b
  // are hidden then and now.
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 43}});
  FormerPublication former;
  former.says(figure("share", Scope::kRegion, "r", 72, 170), false);
  former.says(figures_[1], true);
  former.says(figures_[2], true);
  former.says(figure("share", Scope::kMunicipality, "c", 40, 90), false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(true, true, true, true));
  EXPECT_EQ(disclosed.given_away, 0U);
}

TEST_F(DisclosedTest, WhereHiddenNumbersWereCorrectedNothingCanBeSubtracted) {
  // The same, but a or b has changed too, as the former sums show: 21 and 60 were 81, not 80.
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 43}});
  FormerPublication former;
  former.says(figure("share", Scope::kRegion, "r", 73, 171), false);
  former.says(figures_[1], true);
  former.says(figures_[2], true);
  former.says(figure("share", Scope::kMunicipality, "c", 40, 90), false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(false, true, true, true));
}

TEST_F(DisclosedTest, NumeratorsCanBeSubtractedThoughDenominatorsWereCorrected) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {4, 43}});
  FormerPublication former;
  former.says(figure("share", Scope::kRegion, "r", 41, 171), false);
  former.says(figures_[1], true);
  former.says(figures_[2], true);
  former.says(figure("share", Scope::kMunicipality, "c", 9, 90), false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(true, true, true, true));
}

TEST_F(DisclosedTest, WhatFollowsFromTheFormerPublicationIsCounted) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  FormerPublication former;
  for (const std::size_t i : {0, 2, 3}) former.says(figures_[i], false);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_TRUE(hidden(disclosed)[1]);
  EXPECT_EQ(disclosed.given_away, 1U);
}

TEST_F(DisclosedTest, TheRunningYearCannotBeSubtractedFromItself) {
  // b had nobody and has 3 now; everybody else is as before. With c published, a = 10 − 8.
  indicator("share", "", "", {{2, 20}, {3, 60}, {8, 90}});
  FormerPublication former(results().current_year());
  former.says(figure("share", Scope::kRegion, "r", 10, 170), false);
  former.says(figures_[1], true);
  former.says(figure("share", Scope::kMunicipality, "b", 0, 60), false);
  former.says(figures_[3], true);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(true, true, true, true))
      << "the region's too: 13 − 10 people have come, all of them to b";
  EXPECT_EQ(disclosed.given_away, 0U);
}

TEST_F(DisclosedTest, WhatWasHiddenInTheRunningYearMayBeShown) {
  indicator("share", "", "", {{20, 40}, {30, 60}, {40, 90}});
  FormerPublication former(results().current_year());
  former.says(figures_[1], true);
  former.says(figures_[2], true);
  const auto disclosed = disclose(results(), profile_, {}, {}, FormerFigures(former.file()));
  EXPECT_THAT(hidden(disclosed), ElementsAre(false, false, false, false));
}

TEST_F(DisclosedTest, FiguresThatDoNotCountPeopleAreExact) {
  indicator("share", "", "", {{2, 20}, {30, 60}, {40, 90}});
  profile_.indicators[0].counts_people = false;
  EXPECT_THAT(hidden(disclose(results(), profile_, {}, {})),
              ElementsAre(false, false, false, false));
}

TEST_F(DisclosedTest, ASmallCellOfForm1CannotBeWorkedOut) {
  const std::vector<Form1> forms = {
      form(Scope::kRegion, "r", {52, 62}), form(Scope::kMunicipality, "a", {2, 10}),
      form(Scope::kMunicipality, "b", {20, 22}), form(Scope::kMunicipality, "c", {30, 30})};
  const auto rows = disclose(results(), profile_, forms, {}).form1;
  EXPECT_FALSE(rows[1].rows[0].teachers);
  EXPECT_FALSE(rows[1].rows[0].recommended_min);
  EXPECT_TRUE(!rows[1].rows[1].teachers || !rows[1].total.teachers);
  EXPECT_TRUE(!rows[0].rows[0].teachers || !rows[2].rows[0].teachers || !rows[3].rows[0].teachers);
}

TEST_F(DisclosedTest, ASmallAnswerCannotBeWorkedOut) {
  const auto disclosed =
      disclose(results(), profile_, {},
               of({row(Scope::kRegion, "r", 52, 32), row(Scope::kMunicipality, "a", 2, 10),
                   row(Scope::kMunicipality, "b", 20, 10), row(Scope::kMunicipality, "c", 30, 12)}))
          .distributions;
  const auto& rows = disclosed.front().rows;
  EXPECT_FALSE(rows[1].counts[0]);
  // Neither from the row of the place …
  EXPECT_TRUE(!rows[1].counts[1] || !rows[1].total);
  // … nor from the region.
  EXPECT_TRUE(!rows[0].counts[0] || !rows[2].counts[0] || !rows[3].counts[0]);
}

TEST_F(DisclosedTest, LargeAnswersStay) {
  const auto disclosed =
      disclose(results(), profile_, {},
               of({row(Scope::kRegion, "r", 50, 32), row(Scope::kMunicipality, "a", 20, 10),
                   row(Scope::kMunicipality, "b", 30, 22)}))
          .distributions;
  EXPECT_THAT(disclosed.front().rows[0].counts, ElementsAre(50, 32));
  EXPECT_THAT(disclosed.front().rows[2].counts, ElementsAre(30, 22));
}

TEST_F(DisclosedTest, AnswersThatDoNotCountPeopleAreExact) {
  definition_.counts_people = false;
  const auto disclosed =
      disclose(results(), profile_, {}, of({row(Scope::kRegion, "r", 1, 2)})).distributions;
  EXPECT_THAT(disclosed.front().rows[0].counts, ElementsAre(1, 2));
}

TEST_F(DisclosedTest, RestrictedDistributionsStayInside) {
  definition_.is_public = false;
  EXPECT_THAT(
      disclose(results(), profile_, {}, of({row(Scope::kRegion, "r", 100, 200)})).distributions,
      IsEmpty());
}

}  // namespace
}  // namespace metodaktiv::publication
