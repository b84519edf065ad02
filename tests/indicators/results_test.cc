#include "indicators/results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/small_registry.h"

namespace metodaktiv::indicators {
namespace {

using test::kPlaces;
using test::make_registry;
using test::teachers;
using testing::HasSubstr;

constexpr base::Date kAsOf(2025, 11, 20);

config::RegionProfile profile(std::vector<config::IndicatorDefinition> indicators) {
  config::RegionProfile p;
  p.code = "test-region";
  p.name = "Тестовая область";
  p.norms = {50, 70, {}};
  p.levels = {{"one", "первый", true, true},
              {"two", "второй", true, false},
              {"three", "третий", false, false}};
  p.criteria = {{"experience", "Стаж", "experience >= 5", "п. 1"},
                {"school", "Школа", "organization_kind = 'school'", "п. 2"}};
  p.document_kinds = {{"plan", "План", false, true, {}}, {"order", "Приказ", false, false, {}}};
  p.indicators = std::move(indicators);
  return p;
}

config::IndicatorDefinition indicator(std::string id, config::Unit unit, std::string sql,
                                      std::optional<double> target = std::nullopt) {
  config::IndicatorDefinition d;
  d.id = std::move(id);
  d.unit = unit;
  d.sql = std::move(sql);
  d.target = target;
  d.query_file = d.id + ".sql";
  return d;
}

TEST(ResultsTest, TotalsAreSumsThenTheFormula) {
  const test::TempFolder folder("totals");
  const auto file =
      make_registry(folder, std::string(kPlaces) + teachers("a", "alpha-1", "maths", 10) +
                                teachers("b", "beta-1", "maths", 30));
  const auto results = compute(
      file,
      profile({indicator(
          "share", config::Unit::kPercent,
          "SELECT municipality, sum(code LIKE '%1'), count(*) FROM current_teachers GROUP BY 1",
          10)}),
      kAsOf, 2);
  const auto* region = results.find("share", "2025/2026", Scope::kRegion, "test-region");
  ASSERT_NE(region, nullptr);
  EXPECT_EQ(region->numerator, 4);  // a1; b1, b11, b21
  EXPECT_EQ(region->denominator, 40);
  EXPECT_EQ(region->machine_value(), "10.00");
  EXPECT_EQ(region->status, Status::kMet);
  EXPECT_EQ(results.find("share", "2025/2026", Scope::kTerritory, "north")->denominator, 40);
  const auto* empty = results.find("share", "2025/2026", Scope::kMunicipality, "gamma");
  EXPECT_EQ(empty->status, Status::kNoData);
  EXPECT_EQ(empty->machine_value(), "");
  EXPECT_EQ(results.years(), (std::vector<std::string>{"2023/2024", "2024/2025", "2025/2026"}));
}

TEST(ResultsTest, PresenceBecomesAShareOfMunicipalities) {
  const test::TempFolder folder("presence");
  const auto file = make_registry(folder, kPlaces);
  const auto results = compute(
      file,
      profile(
          {indicator("site", config::Unit::kPresence,
                     "SELECT code, trim(ifnull(ums_site, '')) <> '', 1 FROM municipalities", 1)}),
      kAsOf, 1);
  EXPECT_EQ(results.find("site", "2025/2026", Scope::kMunicipality, "alpha")->status, Status::kMet);
  EXPECT_EQ(results.find("site", "2025/2026", Scope::kMunicipality, "beta")->status,
            Status::kNotMet);
  const auto* region = results.find("site", "2025/2026", Scope::kRegion, "test-region");
  EXPECT_EQ(region->machine_value(), "33.33");
  EXPECT_EQ(region->unit, config::Unit::kPercent);
  EXPECT_EQ(region->target, 100);
  EXPECT_EQ(region->status, Status::kNotMet);
}

TEST(ResultsTest, PastYearsAreAsOfTheirLastDay) {
  const test::TempFolder folder("years");
  const auto file = make_registry(
      folder, std::string(kPlaces) + teachers("a", "alpha-1", "maths", 3) +
                  "UPDATE teachers SET dismissed_on = '2025-08-31' WHERE code = 'a1';"
                  "UPDATE teachers SET dismissed_on = '2025-11-21' WHERE code = 'a2';");
  const auto results = compute(
      file,
      profile({indicator("count", config::Unit::kCount,
                         "SELECT municipality, count(*), NULL FROM current_teachers GROUP BY 1")}),
      kAsOf, 3);
  const auto count = [&](const char* year) {
    return results.find("count", year, Scope::kMunicipality, "alpha")->numerator;
  };
  EXPECT_EQ(count("2023/2024"), 3);
  EXPECT_EQ(count("2024/2025"), 2);  // dismissed on the last day: no longer counted
  EXPECT_EQ(count("2025/2026"), 2);  // dismissed tomorrow: still counted
}

TEST(ResultsTest, LevelIsTheLatestOfTheYearThenTheLastKind) {
  const test::TempFolder folder("levels");
  const auto file = make_registry(
      folder, std::string(kPlaces) + teachers("a", "alpha-1", "maths", 2) +
                  "INSERT INTO assessments VALUES ('a1', '2025/2026', 'one', '2025-09-10', 'b'),"
                  "('a1', '2025/2026', 'two', '2025-10-10', 'a'), ('a1', '2025/2026', 'three', "
                  "'2025-10-10', 'c'),"
                  "('a2', '2025/2026', 'two', '2025-10-10', 'x'), ('a2', '2025/2026', 'three', "
                  "NULL, 'y');");
  const auto results =
      compute(file,
              profile({indicator("deficit", config::Unit::kCount,
                                 "SELECT municipality, sum(deficit), count(*) FROM teacher_levels "
                                 "WHERE school_year = :school_year GROUP BY 1")}),
              kAsOf, 1);
  const auto* f = results.find("deficit", "2025/2026", Scope::kMunicipality, "alpha");
  EXPECT_EQ(f->denominator, 2);
  EXPECT_EQ(f->numerator, 1);  // a1 is "three" by the tie's last kind, a2 "two"
}

TEST(ResultsTest, CriteriaAndAllOfThem) {
  const test::TempFolder folder("criteria");
  const auto file = make_registry(
      folder, std::string(kPlaces) +
                  "INSERT INTO methodists (code, last_name, first_name, municipality, "
                  "organization, subject, teaching_since, included_on, excluded_on) VALUES"
                  "('m1', 'А', 'А', 'alpha', 'alpha-1', 'maths', '2020-11-20', '2024-01-01', NULL),"
                  "('m2', 'Б', 'Б', 'alpha', 'alpha-1', 'maths', '2020-11-21', '2024-01-01', NULL),"
                  "('m3', 'В', 'В', 'alpha', NULL, 'maths', NULL, '2024-01-01', NULL),"
                  "('m4', 'Г', 'Г', 'alpha', 'alpha-1', 'maths', '2000-01-01', '2024-01-01', "
                  "'2025-11-20');");
  const auto results =
      compute(file,
              profile({indicator("all", config::Unit::kPercent,
                                 "SELECT municipality, sum(met), count(*) FROM methodist_criteria "
                                 "WHERE criterion = 'all' GROUP BY 1")}),
              kAsOf, 1);
  const auto* f = results.find("all", "2025/2026", Scope::kMunicipality, "alpha");
  EXPECT_EQ(f->numerator, 1);    // m1: five full years to the day; m2 one day short; m3 unknown
  EXPECT_EQ(f->denominator, 3);  // m4 was excluded that day
}

TEST(ResultsTest, WrongQueriesAreNamed) {
  const test::TempFolder folder("wrong");
  const auto file = make_registry(folder, kPlaces);
  const auto failure = [&](const std::string& sql) -> std::string {
    try {
      compute(file, profile({indicator("broken", config::Unit::kCount, sql)}), kAsOf, 2);
    } catch (const base::Failure& e) {
      return e.what();
    }
    return {};
  };
  EXPECT_THAT(failure("SELEC 1"), HasSubstr("broken.sql"));
  EXPECT_THAT(failure("SELECT code,\n  frob, 1\nFROM municipalities"),
              HasSubstr("broken.sql, строка 2: в запросе назван столбец"));
  EXPECT_THAT(failure("SELECT 'atlantis', 1, 1"), HasSubstr("atlantis"));
  EXPECT_THAT(failure("SELECT code, 1 FROM municipalities"), HasSubstr("Нужны три"));
  EXPECT_THAT(failure("SELECT 'alpha', 1, 1 UNION ALL SELECT 'alpha', 2, 2"), HasSubstr("дважды"));
  EXPECT_THAT(failure("SELECT 'alpha', 'много', 1"), HasSubstr("число"));
}

TEST(ResultsTest, CsvHasTheContractsHeader) {
  const test::TempFolder folder("csv");
  const auto file = make_registry(folder, kPlaces);
  const auto results = compute(file,
                               profile({indicator("site", config::Unit::kPresence,
                                                  "SELECT code, 1, 1 FROM municipalities", 1)}),
                               kAsOf, 1);
  const auto csv = to_csv(results.all());
  EXPECT_THAT(
      csv,
      testing::StartsWith(
          "indicator,scope,code,name,school_year,numerator,denominator,value,unit,target,status\n"
          "site,region,test-region,Тестовая область,2023/2024,3,3,100.00,percent,100,met\n"));
}

}  // namespace
}  // namespace metodaktiv::indicators
