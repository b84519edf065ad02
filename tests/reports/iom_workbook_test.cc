#include "reports/iom_workbook.h"

#include <gmock/gmock.h>

#include "report_fixture.h"
#include "reports/routes.h"

namespace metodaktiv::reports {
namespace {

using IomWorkbookTest = ReportTest;

TEST_F(IomWorkbookTest, RegisterHasAllRoutesAndTheActiveOnesAreForms) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "UPDATE ioms SET created_on = '2026-09-20' WHERE code = 'r-t-114';"
        "UPDATE ioms SET created_on = '2026-09-21' WHERE code = 'r-t-113';"
        "UPDATE teachers SET last_name = 'Первая', first_name = 'Анна' WHERE code = 't-114';"
        "INSERT INTO iom_activities (iom, section, title, details, hours, due_on, reflection) "
        "VALUES ('r-t-114', '1.1', 'Курс о чтении', 'очно', 36, '2026-10-01', 'Больше пробую');"
        "INSERT INTO ioms (code, teacher, school_year, status) VALUES "
        "('old', 't-150', '2025/2026', 'extended');");
  }
  auto& sink = write("out");
  const auto file = sink.file("balashikha/iom.xlsx");
  const auto book = part(file, "xl/workbook.xml");
  // The oldest first; routes of other years and completed ones have no form.
  EXPECT_TRUE(contains(book, "name=\"Реестр\" sheetId=\"3\""));
  EXPECT_TRUE(contains(book, "name=\"001 Первая А.\" sheetId=\"4\""));
  EXPECT_TRUE(contains(book, "name=\"009 Учитель И.\" sheetId=\"12\""));
  EXPECT_EQ(book.find("sheetId=\"13\""), std::string::npos);
  const auto strings = part(file, "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(strings,
                       "В реестре 16\u00A0маршрутов, из них действующих в 2026/2027 "
                       "учебном году — 9."));
  EXPECT_TRUE(contains(strings, "<t>Курс о чтении</t>"));
  EXPECT_TRUE(contains(strings, "<t>очно, 36\u00A0ч</t>"));
  EXPECT_TRUE(contains(strings, "Начало: " + base::Date(2026, 9, 20).in_words()));
  EXPECT_TRUE(contains(strings, "<t>Больше пробую</t>"));
  EXPECT_TRUE(contains(strings, "<t>низкий</t>"));
}

TEST_F(IomWorkbookTest, CountsByMonthAreFormulasOverTheRegister) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "UPDATE ioms SET created_on = '2026-09-20';"
        "UPDATE ioms SET created_on = '2026-10-15' WHERE code = 'r-t-101';"
        "UPDATE ioms SET created_on = '2026-10-16' WHERE code = 'r-t-102';"
        "UPDATE ioms SET status = 'draft' WHERE code = 'r-t-103';"
        "UPDATE ioms SET completed_on = '2026-10-01' WHERE code = 'r-t-104'");
  }
  const auto file = write("out").file("balashikha/iom.xlsx");
  const auto sheet = part(file, "xl/worksheets/sheet2.xml");
  // September 2026: 15 routes without the draft and the two of October.
  EXPECT_TRUE(contains(sheet,
                       "\"&gt;=\"&amp;DATE(2026,9,1),'Реестр'!$G$7:$G$21,\"&lt;\"&amp;"
                       "DATE(2026,10,1))</f><v>12</v>"));
  // October ends with the as-of date: what is dated later is not counted.
  EXPECT_TRUE(contains(sheet, "DATE(2026,10,16))</f><v>1</v>"));
  EXPECT_TRUE(contains(part(file, "xl/sharedStrings.xml"), "Октябрь 2026 (по 15.10)"));
  EXPECT_TRUE(contains(part(file, "xl/drawings/drawing1.xml"), "descr=\"Столбцы: "));
  EXPECT_TRUE(contains(part(file, "xl/charts/chart1.xml"), "<c:pt idx=\"12\"><c:v>12</c:v></c:pt>"))
      << "the chart holds what its formulas give";
}

TEST_F(IomWorkbookTest, LateRoutesComeFirstWithTheirDays) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "INSERT INTO iom_activities (iom, section, title, due_on) VALUES "
        "('r-t-108', '1.1', 'А', '2026-09-01'), ('r-t-108', '1.2', 'Б', '2026-10-05'), "
        "('r-t-109', '1.1', 'А', '2026-10-14'), ('r-t-110', '1.1', 'А', '2026-10-15'), "
        "('r-t-111', '1.1', 'А', '2026-09-01'), ('r-t-100', '1.1', 'А', '2026-09-01');"
        "UPDATE ioms SET status = 'extended' WHERE code = 'r-t-111';"
        "INSERT INTO ioms (code, teacher, school_year, status) VALUES "
        "('old', 't-150', '2025/2026', 'agreed'), ('longer', 't-151', '2025/2026', 'extended');");
  }
  auto registry = registry::open_registry(registry_file());
  RouteReader reader(registry, as_of_);
  const auto routes = reader.routes("balashikha");
  ASSERT_EQ(routes.size(), 17U);
  EXPECT_EQ(routes[0].code, "r-t-108");
  EXPECT_EQ(routes[0].days_late, 10) << "from its last day, not from the first";
  EXPECT_EQ(routes[1].code, "r-t-109");
  EXPECT_EQ(routes[1].days_late, 1);
  EXPECT_EQ(routes[2].code, "old");
  EXPECT_EQ(routes[2].days_late, 45) << "without days of a plan: from the end of its school year";
  for (std::size_t i = 3; i < routes.size(); ++i) {
    EXPECT_EQ(routes[i].days_late, 0) << routes[i].code;
    if (routes[i].status == "extended") {
      EXPECT_FALSE(routes[i].planned_end.has_value()) << routes[i].code;
    }
  }
  const auto texts = part(write("out").file("balashikha/iom.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(texts, "✘ Просрочено в этом учебном году: 2\u00A0маршрута."));
  EXPECT_TRUE(contains(texts, "✘ Не закрыто маршрутов прошлых лет: 1."));
  EXPECT_TRUE(contains(texts, "! Продлено без нового срока: 2\u00A0маршрута."));
}

TEST_F(IomWorkbookTest, EverySheetLeadsBack) {
  const auto file = write("out").file("balashikha/iom.xlsx");
  EXPECT_TRUE(contains(part(file, "xl/worksheets/sheet3.xml"), "location=\"'Сводка'!A1\""));
  EXPECT_TRUE(contains(part(file, "xl/worksheets/sheet4.xml"), "location=\"'Реестр'!A1\""));
}

TEST_F(IomWorkbookTest, WithoutRoutesTheRegisterSaysSo) {
  auto& sink = write("out");
  EXPECT_TRUE(contains(part(sink.file("empty/iom.xlsx"), "xl/sharedStrings.xml"),
                       "Маршрутов в реестре нет."));
}

TEST_F(IomWorkbookTest, FormsAreAtMostSoMany) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
        "INSERT INTO ioms (code, teacher, school_year, status) "
        "SELECT 'x-' || i, 't-100', '2026/2027', 'agreed' FROM n");
  }
  auto& sink = write("out");
  const auto file = sink.file("balashikha/iom.xlsx");
  EXPECT_TRUE(contains(part(file, "xl/workbook.xml"), "sheetId=\"203\""));
  EXPECT_EQ(part(file, "xl/workbook.xml").find("sheetId=\"204\""), std::string::npos);
  EXPECT_TRUE(contains(part(file, "xl/sharedStrings.xml"), "200 из 209"));
}

}  // namespace
}  // namespace metodaktiv::reports
