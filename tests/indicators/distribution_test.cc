#include "indicators/distribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/small_registry.h"

namespace metodaktiv::indicators {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const base::Date kAsOf(2025, 11, 20);

class DistributionTest : public ::testing::Test {
 protected:
  DistributionTest() : folder_("distribution") {
    profile_.code = "r";
    profile_.name = "Регион";
    config::DistributionDefinition d;
    d.id = "subjects";
    d.values = {{"maths", "математика", ""}, {"russian", "русский язык", ""}};
    d.query_file = "subjects.sql";
    d.sql = "SELECT municipality, subject, count(*) FROM current_teachers GROUP BY 1, 2";
    profile_.distributions = {d};
    file_ = test::make_registry(folder_, test::kPlaces + test::teachers("a", "alpha-1", "maths", 3) +
                                             test::teachers("b", "beta-1", "russian", 2) +
                                             test::teachers("c", "gamma-1", "maths", 5));
  }

  std::string failure(const std::string& sql) {
    profile_.distributions.front().sql = sql;
    try {
      distributions(file_, profile_, kAsOf);
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return {};
  }

  test::TempFolder folder_;
  config::RegionProfile profile_;
  std::filesystem::path file_;
};

TEST_F(DistributionTest, CountsAddUpToTerritoriesAndTheRegion) {
  const auto result = distributions(file_, profile_, kAsOf);
  ASSERT_EQ(result.size(), 1U);
  const auto& rows = result.front().rows;
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0].scope, Scope::kRegion);
  EXPECT_THAT(rows[0].counts, ElementsAre(8, 2));
  EXPECT_EQ(rows[0].total, 10);
  EXPECT_EQ(rows[1].code, "north");
  EXPECT_THAT(rows[1].counts, ElementsAre(3, 2));
  EXPECT_EQ(rows[2].code, "alpha");
  EXPECT_THAT(rows[2].counts, ElementsAre(3, 0));
  EXPECT_THAT(rows[4].counts, ElementsAre(5, 0));
}

TEST_F(DistributionTest, SharesAreOfAllAnswers) {
  EXPECT_EQ(shown_share(1, 3), "33,3\u00A0%");
  EXPECT_EQ(shown_share(3, 3), "100\u00A0%");
  EXPECT_EQ(shown_share(0, 0), "—");
  EXPECT_EQ(shown_share(std::nullopt, 3), "—");
}

TEST_F(DistributionTest, AWrongQueryIsNamed) {
  EXPECT_THAT(failure("SELECT 1"), HasSubstr("subjects.sql"));
  EXPECT_THAT(failure("SELECT 'alpha', 'maths', 1 UNION ALL SELECT 'alpha', 'maths', 2"),
              HasSubstr("дважды"));
  EXPECT_THAT(failure("SELECT 'omega', 'maths', 1"), HasSubstr("«omega»"));
}

TEST_F(DistributionTest, AnswersThatTheProfileDoesNotListAreLeftOut) {
  profile_.distributions.front().values.pop_back();
  EXPECT_EQ(distributions(file_, profile_, kAsOf).front().rows[0].total, 8);
}

}  // namespace
}  // namespace metodaktiv::indicators
