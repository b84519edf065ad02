#include "reports/iom_workbook.h"

#include <gmock/gmock.h>

#include "report_fixture.h"

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
  EXPECT_TRUE(contains(book, "name=\"Реестр\" sheetId=\"1\""));
  EXPECT_TRUE(contains(book, "name=\"001 Первая А.\" sheetId=\"2\""));
  EXPECT_TRUE(contains(book, "name=\"009 Учитель И.\" sheetId=\"10\""));
  EXPECT_EQ(book.find("sheetId=\"11\""), std::string::npos);
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
  EXPECT_TRUE(contains(part(file, "xl/workbook.xml"), "sheetId=\"201\""));
  EXPECT_EQ(part(file, "xl/workbook.xml").find("sheetId=\"202\""), std::string::npos);
  EXPECT_TRUE(contains(part(file, "xl/sharedStrings.xml"), "200 из 209"));
}

}  // namespace
}  // namespace metodaktiv::reports
