#include "report_fixture.h"
#include "reports/standings.h"

namespace metodaktiv::reports {
namespace {

/// The contents of a cell of the first sheet: «<f>…</f><v>…</v>» or «<v>…</v>».
std::string cell(const std::string& sheet, const std::string& name) {
  const auto start = sheet.find("<c r=\"" + name + "\"");
  if (start == std::string::npos) return {};
  const auto from = sheet.find('>', start) + 1;
  return sheet.substr(from, sheet.find("</c>", from) - from);
}

class KpiWorkbookTest : public ReportTest {
 protected:
  void build() { book_ = write("out").file("balashikha/kpi.xlsx"); }
  [[nodiscard]] std::string sheet(int number) const {
    return part(book_, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }
  [[nodiscard]] std::string strings() const { return part(book_, "xl/sharedStrings.xml"); }

  std::filesystem::path book_;
};

TEST_F(KpiWorkbookTest, CoverSaysWhoseItIsAndLeadsToEverySheet) {
  build();
  const auto workbook = part(book_, "xl/workbook.xml");
  EXPECT_LT(workbook.find("name=\"Обложка\""), workbook.find("name=\"Сводка\""));
  const auto cover = sheet(1);
  for (const char* name : {"Сводка", "Методисты", "Пояснения"}) {
    EXPECT_TRUE(contains(cover, std::string("location=\"'") + name + "'!A1\"")) << name;
  }
  for (const auto& group : profile_.indicator_groups) {
    EXPECT_TRUE(contains(cover, "location=\"'" + group.title + "'!A1\""));
  }
  EXPECT_TRUE(contains(strings(), "Балашиха (городской округ) · Московская область"));
  EXPECT_TRUE(contains(strings(), "Региональный реестр, программа «Методактив» 0.0-test"));
}

TEST_F(KpiWorkbookTest, EverySheetLeadsBackToTheContents) {
  build();
  const auto workbook = part(book_, "xl/workbook.xml");
  int sheets = 0;
  for (auto at = workbook.find("<sheet "); at != std::string::npos;
       at = workbook.find("<sheet ", at + 1)) {
    if (++sheets > 1) {
      EXPECT_TRUE(contains(sheet(sheets), "location=\"'Обложка'!A1\"")) << sheets;
    }
  }
  EXPECT_GT(sheets, 5);
}

TEST_F(KpiWorkbookTest, TargetsMetAreCountedByFormulaOverTheSummary) {
  build();
  const auto cover = sheet(1);
  const Standings standings(*results_);
  const auto* score = standings.score("balashikha");
  ASSERT_GT(score->with_target(), 0);
  EXPECT_TRUE(contains(cover, "<f>COUNTIF('Сводка'!$E$6:"));
  EXPECT_TRUE(contains(cover, ",\"✔ выполнено\")</f><v>" + std::to_string(score->met) + "</v>"));
}

TEST_F(KpiWorkbookTest, DataListsAreNamedTables) {
  build();
  const auto summary = part(book_, "xl/tables/table1.xml");
  EXPECT_TRUE(contains(summary, "displayName=\"kpi_summary\""));
  EXPECT_TRUE(contains(summary, "<autoFilter ref=\"A5:J"));
  for (const char* header : {"Раздел", "Показатель", "Значение", "Цель", "Выполнение", "Медиана"}) {
    EXPECT_TRUE(contains(summary, std::string("name=\"") + header + "\""));
  }
  EXPECT_TRUE(contains(part(book_, "xl/tables/table2.xml"), "displayName=\"methodists\""));
  EXPECT_TRUE(contains(part(book_, "xl/tables/table3.xml"), "displayName=\"indicator_notes\""));
}

TEST_F(KpiWorkbookTest, ChartsShowTargetAndMedianAndTellThemInWords) {
  build();
  std::string charts, drawings;
  for (int i = 1; i <= 4; ++i) {
    charts += part(book_, "xl/charts/chart" + std::to_string(i) + ".xml");
    drawings += part(book_, "xl/drawings/drawing" + std::to_string(i) + ".xml");
  }
  EXPECT_TRUE(contains(charts, "Медиана муниципалитетов"));
  EXPECT_TRUE(contains(charts, "<c:v>Цель</c:v>"));
  EXPECT_TRUE(contains(drawings, "ИОМ разработаны: "));
  EXPECT_TRUE(contains(drawings, "2026/2027 — 75\u00A0%; цель ≥\u00A080\u00A0%."));
}

TEST_F(KpiWorkbookTest, MissedTargetsStandOnTheCoverWithWhatIsLacking) {
  build();
  const auto cover = sheet(1);
  std::string row;
  for (int i = 10; i < 24 && row.empty(); ++i) {
    if (cell(cover, "F" + std::to_string(i)) == "<v>0.3333</v>") row = std::to_string(i);
  }
  // 2 documents of 6: what is lacking is a number.
  ASSERT_FALSE(row.empty());
  EXPECT_EQ(cell(cover, "G" + row), "<v>1</v>");
  EXPECT_EQ(cell(cover, "H" + row), "<v>66.67</v>");
}

class SummaryWorkbookTest : public ReportTest {
 protected:
  void build() { book_ = write("out").file("_region/summary.xlsx"); }
  [[nodiscard]] std::string tables() const {
    std::string all;
    for (int i = 1; i <= 7; ++i) all += part(book_, "xl/tables/table" + std::to_string(i) + ".xml");
    return all;
  }
  void change(const std::string& sql) const {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(sql);
  }

  std::filesystem::path book_;
};

TEST_F(SummaryWorkbookTest, HasACoverRankingDynamicsAndDeadlines) {
  build();
  const auto workbook = part(book_, "xl/workbook.xml");
  for (const char* name : {"Обложка", "Показатели", "Рейтинг", "Динамика", "Диаграммы",
                           "Сроки стандарта", "Просрочки по функциям", "Без данных", "Пояснения"}) {
    EXPECT_TRUE(contains(workbook, std::string("name=\"") + name + "\""));
  }
  // No territories in the fixture, no candidates: no such sheets.
  EXPECT_FALSE(contains(workbook, "name=\"Территории\""));
  EXPECT_FALSE(contains(workbook, "name=\"Кандидаты\""));
  for (const char* name : {"ranking", "region_history", "deadlines", "missing"}) {
    EXPECT_TRUE(contains(tables(), std::string("displayName=\"") + name + "\""));
  }
}

TEST_F(SummaryWorkbookTest, RankingTellsThePlaceAYearAgo) {
  build();
  const auto sheet = part(book_, "xl/worksheets/sheet3.xml");
  EXPECT_TRUE(contains(tables(), "name=\"Место год назад\""));
  EXPECT_TRUE(contains(sheet, "<f>C6/(C6+D6)</f>"));
  EXPECT_TRUE(contains(sheet, "<f>G6-B6</f>"));
}

TEST_F(SummaryWorkbookTest, CandidatesBeginWithTotalsByMunicipalityAndStage) {
  change(
      "INSERT INTO nominations (code, last_name, first_name, municipality, stage, stage_on) VALUES "
      "('n-1', 'Кандидатова', 'Юлия', 'balashikha', 'diagnostics', '2026-10-01'), "
      "('n-2', 'Другова', 'Вера', 'dalniy', 'nominated', '2026-10-02')");
  build();
  const auto workbook = part(book_, "xl/workbook.xml");
  EXPECT_LT(workbook.find("name=\"Кандидаты\""), workbook.find("name=\"Кандидаты поимённо\""));
  EXPECT_TRUE(contains(tables(), "displayName=\"candidate_totals\""));
  EXPECT_TRUE(contains(tables(), "displayName=\"candidate_list\""));
}

}  // namespace
}  // namespace metodaktiv::reports
