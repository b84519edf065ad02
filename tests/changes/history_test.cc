#include "changes/history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "change_fixture.h"

namespace metodaktiv::changes {
namespace {

using test::ChangeFixture;
using test::kFirstDay;
using test::kSecondDay;
using test::kThirdDay;
using test::lines;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

constexpr const char* kNewcomer = R"sql(
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, consent_on) VALUES
  ('galya', 'Галина', 'Галина', 'beta', 'beta-1', 'maths', '2026-01-15', '2026-01-15');
)sql";

class HistoryTest : public testing::Test, public ChangeFixture {
 protected:
  HistoryTest() : ChangeFixture("history") {}
};

TEST_F(HistoryTest, TellsWhatTheSecondPublicationBrought) {
  const auto first = publication("a", kFirstDay);
  const auto second =
      next("b", first, kSecondDay,
           std::string(kNewcomer) +
               "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code = 'boris';"
               "UPDATE methodists SET organization = 'gamma-1' WHERE code = 'vera';"
               "UPDATE assignments SET methodist = 'galya' WHERE methodist = 'vera';"
               "INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, "
               "year) VALUES "
               "('lab', 'beta', 'Лаборатория', 'pedagogical', 'А', 'Т', 'published', 2026);"
               "UPDATE practices SET status = 'archived' WHERE slug = 'club';");
  const auto history = read_history(second);
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].as_of, kSecondDay);
  EXPECT_EQ(history[0].former_as_of, kFirstDay);
  EXPECT_THAT(lines(history[0]),
              IsSupersetOf({"entered:galya", "left:alpha:maths:1", "updated:vera:organization",
                            "reassigned:russian:galya:vera:beta-1", "practice:lab",
                            "practice_removed:alpha:1", "figure:staff:alpha:3.0>2.0"}));
}

TEST_F(HistoryTest, TheSameDataAgainKeepTheHistoryByteForByte) {
  const auto first = publication("a", kFirstDay);
  const auto fresh = base::read_file(next("b", first, kFirstDay));
  EXPECT_EQ(fresh, base::read_file(first)) << "no change, no history: the file is as it was";
  const auto second = next("c", first, kSecondDay, kNewcomer);
  EXPECT_EQ(base::read_file(next("d", second, kSecondDay, kNewcomer)), base::read_file(second));
  const auto third = next("e", second, kThirdDay, kNewcomer);
  EXPECT_EQ(read_history(third).size(), 1U) << "a later day without changes is no release";
}

TEST_F(HistoryTest, WhoeverWithdrawsTheConsentIsGoneFromOldReleases) {
  const auto first = publication("a", kFirstDay);
  const auto second = next("b", first, kSecondDay, kNewcomer);
  ASSERT_THAT(lines(read_history(second)[0]), Contains("entered:galya"));
  const auto third = next("c", second, kThirdDay,
                          std::string(kNewcomer) +
                              "UPDATE methodists SET consent_withdrawn_on = '2026-02-20' "
                              "WHERE code = 'galya';");
  EXPECT_THAT(base::read_file(third), Not(HasSubstr("galya")));
  for (const auto& release : read_history(third)) {
    EXPECT_THAT(lines(release), Not(Contains(HasSubstr("left"))))
        << "still in the roster: nobody left, and that a consent ended is not told";
  }
}

TEST_F(HistoryTest, WhoeverLeavesIsACount) {
  const auto first = publication("a", kFirstDay, kNewcomer);
  const auto second =
      next("b", first, kSecondDay, std::string(kNewcomer));  // galya enters by her date
  const auto third =
      next("c", second, kThirdDay,
           std::string(kNewcomer) +
               "UPDATE methodists SET excluded_on = '2026-02-20' WHERE code = 'galya';");
  EXPECT_THAT(base::read_file(third), Not(HasSubstr("galya")));
  EXPECT_THAT(lines(read_history(third).back()), Contains("left:beta:maths:1"));
}

TEST_F(HistoryTest, AConsentThatIsGivenIsNoEntry) {
  const auto first = publication("a", kFirstDay);
  const auto second =
      next("b", first, kSecondDay,
           "UPDATE methodists SET consent_on = '2026-01-20' WHERE code = 'silent';");
  EXPECT_THAT(lines(read_history(second)[0]), ElementsAre("named:silent"));
}

TEST_F(HistoryTest, AMunicipalityThatIsNarrowedAwayTakesTheNameWithIt) {
  const auto first = publication("a", kFirstDay);
  const auto second = next("b", first, kSecondDay, kNewcomer);
  const auto third =
      next("c", second, kThirdDay,
           std::string(kNewcomer) +
               "INSERT INTO consents (methodist, field, site, given_on, withdrawn_on) "
               "VALUES ('galya', 'municipality', '', '2026-01-15', '2026-02-20');");
  for (const auto& release : read_history(third))
    EXPECT_THAT(lines(release), Not(Contains(HasSubstr("galya"))));
}

/// Ten teachers of Альфа: six of them with the highest category, later more or fewer.
std::string ten_teachers(int highest) {
  auto sql = test::teachers("t", "alpha-1", "maths", 10) +
             test::teachers("u", "beta-1", "maths", 20) +
             "UPDATE teachers SET category = 'highest' WHERE code LIKE 'u%' AND rowid <= 0;";
  sql = sql.substr(0, sql.rfind("UPDATE"));
  sql += "UPDATE teachers SET category = 'first';";
  for (int i = 1; i <= highest; ++i)
    sql += "UPDATE teachers SET category = 'highest' WHERE code = 't" + std::to_string(i) + "';";
  for (int i = 1; i <= 10; ++i)
    sql += "UPDATE teachers SET category = 'highest' WHERE code = 'u" + std::to_string(i) + "';";
  return sql;
}

TEST_F(HistoryTest, AFigureThatIsHiddenNowIsHiddenInOldReleases) {
  const auto first = publication("a", kFirstDay, ten_teachers(5));
  const auto second = next("b", first, kSecondDay, ten_teachers(0));
  ASSERT_THAT(lines(read_history(second)[0]), Contains("figure:share:alpha:50.0>0.0"));
  const auto third = next("c", second, kThirdDay, ten_teachers(2));
  registry::Database db(third, registry::Database::Mode::kReadOnly);
  ASSERT_EQ(db.scalar("SELECT count(*) FROM indicator_values WHERE indicator = 'share' AND "
                      "code = 'alpha' AND status = 'suppressed' AND school_year = '2025/2026'"),
            1)
      << "two of ten are too few to show";
  for (const auto& release : read_history(third))
    EXPECT_THAT(lines(release), Not(Contains(HasSubstr("figure:share:alpha"))));
}

TEST_F(HistoryTest, OfADayThereIsOneRelease) {
  const auto first = publication("a", kFirstDay);
  const auto second = next("b", first, kSecondDay, kNewcomer);
  const auto again =
      next("c", second, kSecondDay,
           std::string(kNewcomer) +
               "UPDATE assignments SET methodist = 'galya' WHERE methodist = 'vera';");
  auto history = read_history(again);
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].former_as_of, kFirstDay);
  EXPECT_THAT(lines(history[0]), IsSupersetOf({"entered:galya", "figure:staff:beta:1.0>2.0",
                                               "reassigned:russian:galya:vera:beta-1"}));
  const auto back = next("d", again, kSecondDay);
  EXPECT_THAT(read_history(back), IsEmpty()) << "all of the day was taken back";
}

TEST_F(HistoryTest, AStepBackInTimeForgetsWhatIsLater) {
  const auto first = publication("a", kFirstDay);
  const auto second = next("b", first, kSecondDay, kNewcomer);
  const auto third = next("c", second, kThirdDay,
                          std::string(kNewcomer) + "UPDATE practices SET status = 'archived';");
  ASSERT_EQ(read_history(third).size(), 2U);
  const auto back = next("d", third, kSecondDay, kNewcomer);
  ASSERT_EQ(read_history(back).size(), 1U);
  EXPECT_EQ(read_history(back)[0].as_of, kSecondDay);
}

TEST_F(HistoryTest, AMunicipalityGetsItsOwnPart) {
  const auto first = publication("a", kFirstDay);
  const auto second =
      next("b", first, kSecondDay,
           std::string(kNewcomer) +
               "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code = 'boris';");
  const auto own = folder() / "own.db";
  publication::write_municipal_publication(
      {second, test::project_folder() / "data/municipality.sql", "alpha", "https://a.example.ru/"},
      own);
  const auto history = read_history(own);
  ASSERT_EQ(history.size(), 1U);
  EXPECT_THAT(lines(history[0]), ElementsAre("figure:staff:alpha:3.0>2.0", "left:alpha:maths:1"));
  const auto other = folder() / "other.db";
  publication::write_municipal_publication(
      {second, test::project_folder() / "data/municipality.sql", "gamma", "https://g.example.ru/"},
      other);
  EXPECT_THAT(read_history(other), IsEmpty());
}

TEST_F(HistoryTest, RemembersTheLatestReleases) {
  History history;
  Changes changes;
  changes.practices_added = {{"p", "П", "alpha"}};
  for (int month = 1; month <= 12; ++month) {
    for (const unsigned day : {1U, 15U}) {
      changes.as_of_before = changes.as_of_after;
      changes.as_of_after = base::Date(2026, static_cast<unsigned>(month), day);
      history = continued(std::move(history), changes);
    }
  }
  ASSERT_EQ(history.size(), kReleases);
  EXPECT_EQ(history.back().as_of, base::Date(2026, 12, 15));
  EXPECT_EQ(history.front().as_of, base::Date(2026, 7, 1));
}

}  // namespace
}  // namespace metodaktiv::changes
