#include "quality/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "quality/clean_registry.h"

namespace metodaktiv::quality {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kGood = R"(
[[checks]]
id = "first"
severity = "error"
table = "teachers"
title = "Первая"
message = "Код {key}."
remedy = "Исправьте."
query = "SELECT 'alpha' AS municipality, 'a1' AS key, 'subject' AS column, 'maths' AS value"
)";

/// Loads one file of checks and, when given, a region's changes.
std::vector<Check> load(const std::string& checks, const std::string& region = {}) {
  const test::TempFolder folder("checks");
  std::filesystem::create_directories(folder.path() / "checks");
  std::ofstream(folder.path() / "checks" / "one.toml") << checks;
  if (!region.empty()) std::ofstream(folder.path() / "region.toml") << region;
  return load_checks(folder.path() / "checks", folder.path() / "region.toml", test::all_forms());
}

std::string failure(const std::string& checks, const std::string& region = {}) {
  try {
    load(checks, region);
  } catch (const base::Failure& e) {
    return e.what();
  }
  return "принято";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

std::string run_failure(const std::string& from, const std::string& to) {
  const auto checks = load(replaced(kGood, from, to));
  try {
    test::inspect_spoilt("", checks);
  } catch (const base::Failure& e) {
    return e.what();
  }
  return "принято";
}

TEST(CheckTest, ReadsACheckWithItsPlace) {
  const auto checks = load(kGood);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].id, "first");
  EXPECT_EQ(checks[0].severity, base::Severity::kError);
  EXPECT_EQ(checks[0].line, 2);
  EXPECT_THAT(checks[0].origin(), HasSubstr("one.toml, строка 2, проверка «first»"));
}

TEST(CheckTest, ReportsEverythingWrongWithLines) {
  const auto text = failure(std::string(kGood) + R"(
[[checks]]
id = "first"
severity = "fatal"
table = "pupils"
title = "Вторая"
message = "Код {key."
remedy = "Исправьте."
querry = "SELECT 1"
)");
  EXPECT_THAT(text, AllOf(HasSubstr("строка 12"), HasSubstr("Проверка «first» уже есть"),
                          HasSubstr("«fatal» не из списка"), HasSubstr("Таблицы «pupils» нет"),
                          HasSubstr("не разобрать фигурные скобки"),
                          HasSubstr("Не указано «query»"), HasSubstr("Неизвестный ключ «querry»")));
}

TEST(CheckTest, RegionChangesAndAddsChecks) {
  const auto changed =
      load(kGood, "[[changes]]\nid = \"first\"\nsource = \"Приказ\"\nseverity = \"warning\"\n" +
                      replaced(kGood, "\"first\"", "\"own\""));
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].source, "Приказ");
  EXPECT_EQ(changed[0].severity, base::Severity::kWarning);
  EXPECT_EQ(changed[1].id, "own");
  const auto kept = load(kGood, "[[changes]]\nid = \"first\"\nsource = \"Приказ\"\n");
  EXPECT_EQ(kept[0].severity, base::Severity::kError);
  EXPECT_TRUE(load(kGood, "[[changes]]\nid = \"first\"\nenabled = false\n").empty());
  EXPECT_THAT(failure(kGood, "[[changes]]\nid = \"frist\"\n"), HasSubstr("Проверки «frist» нет"));
}

TEST(CheckTest, ShippedRegionFilesFitTheShippedChecks) {
  const auto data = test::project_folder() / "data";
  for (const auto& region : std::filesystem::directory_iterator(data / "regions")) {
    EXPECT_FALSE(
        load_checks(data / "checks", region.path() / "checks.toml", test::all_forms()).empty());
  }
}

TEST(CheckTest, WrongQueriesAreReportedWithFileAndLine) {
  EXPECT_THAT(run_failure("SELECT 'alpha'", "SELEKT 'alpha'"),
              AllOf(HasSubstr("one.toml, строка 2"), HasSubstr("syntax error")));
  EXPECT_THAT(run_failure(", 'maths' AS value", ""),
              AllOf(HasSubstr("one.toml, строка 2"), HasSubstr("нет столбца «value»")));
  EXPECT_THAT(run_failure("{key}", "{kee}"),
              AllOf(HasSubstr("one.toml, строка 2"), HasSubstr("{kee}")));
  EXPECT_THAT(run_failure("'subject' AS", "'object' AS"),
              HasSubstr("нет столбца «object» таблицы «teachers»"));
  EXPECT_THAT(run_failure("table = \"teachers\"", ""),
              HasSubstr("не сказано, о какой таблице речь"));
}

TEST(CheckTest, FloodsAreCutWithATotal) {
  const auto checks = load(replaced(kGood, "SELECT 'alpha' AS municipality",
                                    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 "
                                    "FROM n WHERE i < 10005) SELECT 'alpha' AS municipality"));
  auto flooding = checks;
  flooding[0].sql += " FROM n";
  const auto inspection = test::inspect_spoilt("", flooding);
  ASSERT_EQ(inspection.findings.size(), 10001U);
  EXPECT_THAT(test::plain_spaces(inspection.findings.front().finding.message),
              HasSubstr("показано 10 000 из 10 005 замечаний"));
}

}  // namespace
}  // namespace metodaktiv::quality
