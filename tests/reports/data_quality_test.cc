#include "reports/data_quality.h"

#include <gmock/gmock.h>

#include "report_fixture.h"

namespace metodaktiv::reports {
namespace {

using base::Severity;
using testing::ElementsAre;

quality::QualityFinding finding(Severity severity, const char* place, const char* table,
                                const char* key, const char* check = "links") {
  quality::QualityFinding entry;
  entry.check = check;
  entry.municipality = place;
  entry.table = table;
  entry.key = key;
  entry.column = "code";
  entry.finding.severity = severity;
  entry.finding.place.sheet = "Таблица";
  entry.finding.message = "Сообщение о строке";
  entry.finding.remedy = "Исправьте строку";
  return entry;
}

class DataQualityTest : public ReportTest {
 protected:
  void SetUp() override {
    ReportTest::SetUp();
    inspection_.as_of = as_of_;
    inspection_.municipalities = {
        {"balashikha", "Балашиха"}, {"dalniy", "Дальний"}, {"empty", "Пустой"}};
    inspection_.findings = {
        finding(Severity::kWarning, "", "", ""),
        finding(Severity::kWarning, "balashikha", "teachers", "t-100"),
        finding(Severity::kError, "balashikha", "teachers", "t-100"),
        finding(Severity::kError, "balashikha", "teachers", "t-101"),
        finding(Severity::kWarning, "dalniy", "organizations", "d-1"),
        finding(Severity::kWarning, "nowhere", "organizations", "x"),
    };
    inspection_.counts = {{"links", Severity::kError, "Ссылки на строки", "п. 1", 6}};
  }
  DataQuality read() {
    auto db = registry::open_registry(registry_file());
    return data_quality(db, forms_, inspection_);
  }

  std::vector<config::FormDefinition> forms_ = config::load_form_definitions(
      std::filesystem::path(METODAKTIV_PROJECT_DIR) / "data" / "forms");
  quality::Inspection inspection_;
};

TEST_F(DataQualityTest, CountsRowsAndRemarksOfEachMunicipality) {
  const auto all = read();
  const auto& place = all.at("balashikha");
  EXPECT_EQ(place.errors, 2);
  EXPECT_EQ(place.warnings, 1);
  EXPECT_EQ(place.flagged_rows, 2) << "two remarks on one row count it once";
  // 1 municipality, 2 schools, 2 methodists, 3 assignments, 60 teachers, 20 assessments, 15 routes,
  // 2 documents, 5 tasks
  EXPECT_EQ(place.rows, 110);
  EXPECT_EQ(place.findings.front()->finding.severity, Severity::kError);
  EXPECT_THAT(place.empty_tables, testing::Contains("Банк практик"));
}

TEST_F(DataQualityTest, CountsRemarksOfEachTable) {
  const auto all = read();
  const auto& tables = all.at("balashikha").tables;
  const auto teachers = std::find_if(tables.begin(), tables.end(),
                                     [](const auto& table) { return table.key == "teachers"; });
  ASSERT_NE(teachers, tables.end());
  EXPECT_EQ(teachers->rows, 60);
  EXPECT_EQ(teachers->flagged_rows, 2);
  EXPECT_EQ(teachers->remarks, 3);
}

TEST_F(DataQualityTest, WhatBelongsToNoMunicipalityIsTheRegions) {
  EXPECT_EQ(read().at("").findings.size(), 2U);
}

TEST_F(DataQualityTest, RanksByTheShareOfRowsWithoutRemarks) {
  const auto all = read();
  std::vector<std::string> order;
  for (const auto* place : ranked(all)) order.push_back(place->code + std::to_string(place->place));
  EXPECT_THAT(order, ElementsAre("empty1", "balashikha2", "dalniy3"));
}

TEST_F(DataQualityTest, WorkbooksAreMadeWithAnInspectionOnly) {
  EXPECT_FALSE(write("without").contents().contains("balashikha/data-quality.xlsx"));
  const auto book = write("with", 1, &inspection_).file("balashikha/data-quality.xlsx");
  const auto texts = part(book, "xl/sharedStrings.xml");
  for (const char* words :
       {"Сообщение о строке", "Исправьте строку", "✘ ошибка", "! внимание", "Ссылки на строки"}) {
    EXPECT_TRUE(contains(texts, words));
  }
  const auto region = part(sink_->file("_region/data-quality.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(region, "Пустые таблицы"));
  EXPECT_TRUE(contains(region, "Балашиха — 3"));
  // 2 of 110 rows.
  EXPECT_TRUE(contains(part(sink_->file("_region/data-quality.xlsx"), "xl/worksheets/sheet2.xml"),
                       "<f>D8/C8*1000</f><v>18.18"));
}

}  // namespace
}  // namespace metodaktiv::reports
