#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "change_fixture.h"
#include "changes/annex_workbook.h"
#include "changes/causes.h"
#include "changes/report_text.h"

namespace metodaktiv::changes {
namespace {

using test::ChangeFixture;
using test::kFirstDay;
using test::kSecondDay;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

class CompareTest : public testing::Test, public ChangeFixture {
 protected:
  CompareTest() : ChangeFixture("compare") {}

  Changes registries(const std::string& before, const std::string& after,
                     base::Date as_of = kSecondDay) {
    const auto a = registry("a", before), b = registry("b", after);
    auto changes = compare(read_registry_snapshot(a, profile(), as_of, 1),
                           read_registry_snapshot(b, profile(), as_of, 1), profile());
    find_causes(a, b, profile(), forms(), 5, changes);
    return changes;
  }
};

TEST_F(CompareTest, TheSameRegistryTwiceHasNoChanges) { EXPECT_TRUE(registries("", "").empty()); }

TEST_F(CompareTest, OneRegistryOnTwoDays) {
  const auto file =
      registry("a",
               "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code = 'boris';"
               "UPDATE methodists SET included_on = '2026-01-15' WHERE code = 'silent';");
  const auto changes = compare(read_registry_snapshot(file, profile(), kFirstDay, 1),
                               read_registry_snapshot(file, profile(), kSecondDay, 1), profile());
  EXPECT_THAT(changes.roster.entered, ElementsAre(Field(&Person::code, "silent")));
  EXPECT_THAT(changes.roster.left, ElementsAre(AllOf(Field(&Person::code, "boris"),
                                                     Field(&Person::excluded_on, "2026-01-10"))));
}

TEST_F(CompareTest, ParticularsOfAPersonByName) {
  const auto changes = registries(
      "",
      "UPDATE methodists SET organization = 'gamma-1', subject = 'russian' WHERE code = 'anna';");
  ASSERT_EQ(changes.roster.updated.size(), 1U);
  const auto& fields = changes.roster.updated[0].fields;
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].before, "Школа № 1");
  EXPECT_EQ(fields[0].after, "Детский сад № 3");
  EXPECT_EQ(fields[1].after, "русский язык");
}

TEST_F(CompareTest, AssignmentsGoFromOneToAnother) {
  const auto changes =
      registries("",
                 "UPDATE assignments SET methodist = 'boris' WHERE methodist = 'anna';"
                 "UPDATE assignments SET teachers_count = 25 WHERE methodist = 'vera';"
                 "INSERT INTO assignments VALUES ('vera', 'gamma-1', '2025/2026', NULL, 4, NULL);");
  ASSERT_EQ(changes.assignments.size(), 3U);
  EXPECT_EQ(changes.assignments[0].way, AssignmentWay::kReassigned);
  EXPECT_EQ(changes.assignments[0].from, "anna");
  EXPECT_EQ(changes.assignments[0].to, "boris");
  EXPECT_EQ(changes.assignments[1].way, AssignmentWay::kRecounted);
  EXPECT_EQ(changes.assignments[1].teachers_before, 20);
  EXPECT_EQ(changes.assignments[1].teachers_after, 25);
  EXPECT_EQ(changes.assignments[2].way, AssignmentWay::kAssigned);
  EXPECT_EQ(changes.assignments[2].subject, "russian") << "of the methodist when the row has none";
}

TEST_F(CompareTest, RowsThatMovedAFigure) {
  const auto people = test::teachers("t", "alpha-1", "maths", 4);
  const auto changes =
      registries(people, people +
                             "UPDATE teachers SET category = 'highest' WHERE code = 't1';"
                             "UPDATE teachers SET patronymic = 'Новая' WHERE code = 't2';"
                             "UPDATE teachers SET dismissed_on = '2026-01-01' WHERE code = 't3';");
  ASSERT_EQ(changes.figures.size(), 3U);  // region, territory, Альфа
  const auto& figure = changes.figures[2];
  EXPECT_EQ(figure.after.code, "alpha");
  EXPECT_EQ(figure.after.numerator, 1);
  EXPECT_EQ(figure.after.denominator, 3);
  ASSERT_EQ(figure.counts.size(), 1U);
  EXPECT_EQ(figure.counts[0].changed, 2) << "another patronymic moves nothing";
  EXPECT_THAT(figure.rows, ElementsAre(Field(&RowChange::key, "t1"), Field(&RowChange::key, "t3")));
  EXPECT_EQ(figure.rows[0].fields[0].after, "высшая категория");
  EXPECT_TRUE(changes.figures[0].rows.empty()) << "the region's rows are its municipalities'";
}

TEST_F(CompareTest, RowsAreCountedBeyondTheLimit) {
  const auto changes = registries(
      "", test::teachers("t", "alpha-1", "maths", 9) + "UPDATE teachers SET category = 'first';");
  ASSERT_FALSE(changes.figures.empty());
  const auto& figure = changes.figures[2];
  EXPECT_EQ(figure.rows.size(), 5U);
  EXPECT_EQ(figure.counts[0].added, 9);
  const auto text = report_markdown(make_report(changes, profile(), ""));
  EXPECT_THAT(text, HasSubstr("…и ещё 4\u00A0строки"));
}

TEST_F(CompareTest, AcrossTheTurnOfAYearTheEarlierOneIsCompared) {
  const auto file = registry("a");
  const auto changes = compare(read_registry_snapshot(file, profile(), base::Date(2025, 8, 1), 1),
                               read_registry_snapshot(file, profile(), kFirstDay, 1), profile());
  EXPECT_EQ(changes.figures_year, "2024/2025");
  EXPECT_EQ(changes.year_after, "2025/2026");
}

TEST_F(CompareTest, OneMunicipalityAlone) {
  const auto all = registries(
      "", "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code IN ('boris', 'vera');");
  EXPECT_EQ(all.roster.left.size(), 2U);
  const auto own = of_municipality(all, "beta");
  EXPECT_THAT(own.roster.left, ElementsAre(Field(&Person::code, "vera")));
  for (const auto& figure : own.figures) EXPECT_EQ(figure.after.code, "beta");
}

TEST_F(CompareTest, PublicationsNameNobodyWhoHasGone) {
  const auto a = publication("a", kFirstDay);
  const auto b = publication(
      "b", kSecondDay, "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code = 'boris';");
  const auto changes = compare(read_publication_snapshot(a, profile()),
                               read_publication_snapshot(b, profile()), profile());
  EXPECT_TRUE(changes.roster.left.empty());
  ASSERT_EQ(changes.roster.left_unnamed.size(), 1U);
  EXPECT_EQ(changes.roster.left_unnamed[0].count, 1);
  const auto report = make_report(changes, profile(), "");
  EXPECT_THAT(report_text(report, 100), Not(HasSubstr("Борисов")));
  EXPECT_THAT(report_markdown(report), Not(HasSubstr("Борисов")));
}

TEST_F(CompareTest, AReportOfEveryKindIsWritten) {
  const auto changes =
      registries("",
                 "UPDATE methodists SET last_name = '=СУММ(1)|x' WHERE code = 'anna';"
                 "UPDATE methodists SET excluded_on = '2026-01-10' WHERE code = 'boris';");
  const auto report = make_report(changes, profile(), "");
  const auto text = report_text(report, 100);
  EXPECT_THAT(text, HasSubstr("Исключить из списка: 1\u00A0методист"));
  EXPECT_THAT(text, HasSubstr("Борисов Борис (boris): математика, Школа № 1, с 10.01.2026"));
  EXPECT_THAT(text, HasSubstr("Включить в список\n  Изменений нет."));
  EXPECT_THAT(report_markdown(report), HasSubstr("=СУММ(1)\\|x"));
  const auto file = folder() / "annex.xlsx";
  write_annex(report, {"Центр", "Институт", "1", kSecondDay}, file);
  const auto bytes = base::read_file(file);
  std::filesystem::remove(file);
  write_annex(report, {"Центр", "Институт", "1", kSecondDay}, file);
  EXPECT_EQ(base::read_file(file), bytes) << "the same data give the same bytes";
}

}  // namespace
}  // namespace metodaktiv::changes
