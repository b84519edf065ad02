#include "config/ownership.h"
#include "quality/inspection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "quality/clean_registry.h"
#include "quality/listing.h"
#include "quality/relations.h"

namespace metodaktiv::quality {
namespace {

using test::inspect_spoilt;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::vector<Check>& checks() {
  static const auto kChecks = test::shipped_checks();
  return kChecks;
}

config::RegionProfile with_indicator(const std::string& sql) {
  auto profile = test::quality_profile();
  config::IndicatorDefinition indicator;
  indicator.id = "share";
  indicator.title = "Доля";
  indicator.query_file = "profile/indicators/share.sql";
  indicator.sql = sql;
  profile.indicators = {indicator};
  return profile;
}

TEST(InspectionTest, WrongIndicatorQueriesAreFindingsWithTheirFile) {
  for (const auto& [sql, expected] : std::vector<std::pair<std::string, std::string>>{
           {"SELECT absent FROM teachers", "назван столбец, которого нет: absent"},
           {"SELECT code, 1 FROM municipalities", "столбцов: 2"},
           {"SELECT municipality, 1, 1 FROM current_teachers", "дважды"},
           {"SELECT code, 'много', 1 FROM municipalities", "ожидалось число"}}) {
    const auto inspection = inspect_spoilt("", checks(), with_indicator(sql));
    ASSERT_EQ(inspection.findings.size(), 1U) << sql;
    EXPECT_EQ(inspection.findings[0].check, "indicator-query");
    EXPECT_EQ(inspection.findings[0].finding.severity, base::Severity::kError);
    EXPECT_EQ(inspection.findings[0].finding.place.file, "profile/indicators/share.sql");
    EXPECT_THAT(inspection.findings[0].finding.message, HasSubstr(expected));
  }
  EXPECT_TRUE(
      inspect_spoilt("", checks(), with_indicator("SELECT code, 1, NULL FROM municipalities"))
          .findings.empty());
}

TEST(InspectionTest, APracticeTextThatWouldStopABuildIsAnError) {
  const auto inspection = inspect_spoilt(
      "UPDATE practices SET body = printf('%.*c', 5000, '[') WHERE status = 'published'", checks(),
      test::quality_profile());
  ASSERT_FALSE(inspection.findings.empty());
  for (const auto& finding : inspection.findings) {
    EXPECT_EQ(finding.check, "practice-text");
    EXPECT_EQ(finding.finding.severity, base::Severity::kError);
    EXPECT_FALSE(finding.municipality.empty());
  }
  EXPECT_TRUE(
      inspect_spoilt("UPDATE practices SET status = 'draft', body = printf('%.*c', 5000, '[')", {},
                     test::quality_profile())
          .findings.empty());
}

TEST(InspectionTest, ADamagedFileIsOnlyReportedAsSuch) {
  const test::TempFolder folder("damaged");
  const auto file = test::make_registry(folder, test::kClean);
  std::int64_t page = 0, page_size = 0;
  {
    auto db = registry::open_registry(file);
    page = db.scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'audits'");
    page_size = db.scalar("PRAGMA page_size");
  }
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp((page - 1) * page_size);
  bytes << std::string(100, '\x5A');
  bytes.close();
  auto db = registry::open_registry(file);
  const auto inspection =
      inspect(db, test::quality_profile(), test::all_forms(), checks(), test::kAsOf);
  ASSERT_FALSE(inspection.findings.empty());
  for (const auto& finding : inspection.findings) EXPECT_EQ(finding.check, "registry-file");
}

TEST(InspectionTest, IsOrderedByMunicipalitySeverityAndCheck) {
  const auto inspection = inspect_spoilt(
      "UPDATE events SET ends_on = '2026-01-01'; UPDATE municipalities SET ums_phone = NULL;"
      "UPDATE methodists SET excluded_on = '2020-01-01' WHERE code = 'mb'",
      checks());
  std::vector<std::string> order;
  for (const auto& f : inspection.findings) order.push_back(f.municipality + " " + f.check);
  EXPECT_THAT(order,
              ElementsAre(" event-ends-before-start", "alpha service-contacts-empty",
                          "beta methodist-excluded-before-included",
                          "beta organization-without-methodist", "beta assignment-of-inactive",
                          "beta municipality-without-methodists", "beta service-contacts-empty"));
  EXPECT_EQ(inspection.count(base::Severity::kError), 2U);
  EXPECT_EQ(inspection.counts.front().severity, base::Severity::kError);
  EXPECT_EQ(inspection.counts.back().id, "service-contacts-empty");
  EXPECT_EQ(inspection.counts.back().count, 2U);
}

TEST(InspectionTest, DependsOnTheAsOfDate) {
  const auto later = inspect_spoilt("", checks(), test::quality_profile(), base::Date(2026, 3, 2));
  std::vector<std::string> found;
  for (const auto& f : later.findings) found.push_back(f.check);
  EXPECT_THAT(found, ElementsAre("route-overdue", "task-overdue"));
}

TEST(ListingTest, CountsThenGroupsThenSums) {
  const auto inspection = inspect_spoilt(
      "UPDATE events SET ends_on = '2026-01-01'; UPDATE municipalities SET ums_phone = NULL",
      checks());
  const auto text = listing(inspection, 200);
  EXPECT_THAT(text, HasSubstr("Проверка реестра registry.db на 20.11.2025\n"));
  EXPECT_THAT(text, HasSubstr("Ошибки\n       1  Событие кончается раньше, чем начинается "
                              "[event-ends-before-start]\n"));
  EXPECT_THAT(text, HasSubstr("Регион в целом\n  ошибка: События, e1, «Окончание»\n    «Неделя "
                              "математики»: окончание 01.01.2026"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "Альфа (alpha)\n  предупреждение: Муниципалитеты, alpha\n    Не заполнено: телефон."));
  EXPECT_THAT(text, HasSubstr("\n    → Дополните строку"));
  EXPECT_THAT(text, HasSubstr("Итог: 1\u00A0ошибка и 2\u00A0предупреждения.\n"));
  EXPECT_THAT(text, Not(HasSubstr("…ещё")));
}

TEST(ListingTest, ShowsErrorsFirstWhenNotAllFit) {
  const auto inspection = inspect_spoilt(
      "UPDATE mentorships SET mentor = 'b2'; UPDATE municipalities SET ums_phone = NULL", checks());
  const auto text = listing(inspection, 1);
  EXPECT_THAT(text, HasSubstr("Наставник и наставляемый — один человек."));
  EXPECT_THAT(text, Not(HasSubstr("Не заполнено")));
  EXPECT_THAT(text, HasSubstr("…ещё 2\u00A0замечания; полный список: --json\n"));
}

TEST(ListingTest, ShowsSomeOfEachCheckWhenNotAllFit) {
  const auto inspection = inspect_spoilt(
      "UPDATE municipalities SET ums_phone = NULL; UPDATE methodists SET order_number = NULL WHERE "
      "code = 'mb'",
      checks());
  const auto text = listing(inspection, 2);
  EXPECT_THAT(text, HasSubstr("Альфа (alpha)\n  предупреждение: Муниципалитеты, alpha"));
  EXPECT_THAT(text, HasSubstr("Бета (beta)\n  предупреждение: Региональные методисты, mb"));
  EXPECT_THAT(text, Not(HasSubstr("Муниципалитеты, beta")));
}

TEST(ListingTest, SaysWhenAllIsWell) {
  const auto inspection = inspect_spoilt("", checks());
  EXPECT_EQ(summary(inspection), "Итог: замечаний нет.");
}

TEST(RelationsTest, MunicipalityIsFoundAlongReferences) {
  const auto forms = test::all_forms();
  EXPECT_EQ(municipality_of(forms, *config::form_of(forms, "subjects"), "t"), "NULL");
  EXPECT_EQ(municipality_of(forms, *config::form_of(forms, "municipalities"), "t"), "t.code");
  EXPECT_EQ(municipality_of(forms, *config::form_of(forms, "documents"), "t"), "t.municipality");
  for (const auto& form : forms) {
    if (form.table == "territories" || form.table == "subjects") continue;
    EXPECT_NE(municipality_of(forms, form, "t"), "NULL") << form.table;
  }
}

}  // namespace
}  // namespace metodaktiv::quality
