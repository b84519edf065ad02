#include <gmock/gmock.h>

#include "report_fixture.h"

namespace metodaktiv::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(ReportTest, WritesThePacksOfTheContract) {
  const auto contents = write("out").contents();
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : contents) {
    paths.push_back(path);
    EXPECT_FALSE(bytes.empty()) << path;
  }
  std::vector<std::string> expected = {"index.html"};
  for (const char* name : {"form-1.xlsx", "form-2.xlsx", "indicators.csv", "report.html",
                           "report.md", "summary.xlsx"}) {
    expected.push_back(std::string("_region/") + name);
  }
  for (const char* place : {"balashikha/", "dalniy/", "empty/"}) {
    for (const char* name : {"form-1.xlsx", "form-2.xlsx", "iom.xlsx", "kpi.xlsx",
                             "monitoring.xlsx", "report.html", "report.md"}) {
      expected.push_back(std::string(place) + name);
    }
  }
  EXPECT_THAT(paths, testing::UnorderedElementsAreArray(expected));
  EXPECT_EQ(summary_.workbooks, 18U);
  EXPECT_EQ(summary_.texts, 10U);
}

TEST_F(ReportTest, BytesDoNotDependOnThreads) {
  const auto one = write("one", 1).contents();
  const auto four = write("four", 4).contents();
  EXPECT_EQ(one.size(), four.size());
  for (const auto& [path, bytes] : one) EXPECT_TRUE(bytes == four.at(path)) << path;
}

TEST_F(ReportTest, Form1HasTheHeadingsOfTheAnnex) {
  const auto strings = part(write("out").file("balashikha/form-1.xlsx"), "xl/sharedStrings.xml");
  for (const char* heading :
       {"Форма 1",
        "к Примерному порядку закрепления региональных методистов за педагогическими работниками",
        "Численный состав регионального методического актива в 2026/2027 учебном году", "№ п/п",
        "Наименование", "предметной области", "учебного предмета",
        "Количество педагогических работников", "Количество методистов", "рекомендуемое",
        "фактическое", "ВСЕГО"}) {
    EXPECT_TRUE(contains(strings, std::string("<t>") + heading + "</t>"));
  }
}

TEST_F(ReportTest, Form1TotalsAreFormulasWithResults) {
  const auto sheet = part(write("out").file("balashikha/form-1.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_TRUE(contains(sheet, "<f>SUM(D10:D12)</f><v>60</v>"));
  EXPECT_TRUE(contains(sheet, "<f>SUM(F10:F12)</f><v>2</v>"));
  // The two subjects of one area share its number and name.
  EXPECT_TRUE(contains(sheet, "<mergeCell ref=\"A10:A11\"/>"));
  EXPECT_TRUE(contains(sheet, "<mergeCell ref=\"B10:B11\"/>"));
}

TEST_F(ReportTest, Form1FollowsTheNumbersOfTeachers) {
  const auto file = write("out").file("balashikha/form-1.xlsx");
  const auto form = part(file, "xl/worksheets/sheet1.xml");
  // 60 teachers: one methodist by either bound of 50–70.
  EXPECT_TRUE(contains(form,
                       "<f>IF(INT(D10/50)&gt;ROUNDUP(D10/70,0),ROUNDUP(D10/70,0)&amp;\"–\"&amp;"
                       "INT(D10/50),ROUNDUP(D10/70,0))</f><v>1</v>"));
  EXPECT_TRUE(contains(form, "<dataValidation type=\"whole\""));
  const auto provision = part(file, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(contains(provision, "<f>'Форма 1'!D10</f><v>60</v>"));
  EXPECT_TRUE(contains(provision, "<f>ROUNDUP(C5/70,0)</f><v>1</v>"));
  EXPECT_TRUE(contains(provision, "<f>MAX(D5,INT(C5/50))</f><v>1</v>"));
  EXPECT_TRUE(contains(provision, "<f>MAX(0,D5-F5)</f><v>0</v>"));
  EXPECT_TRUE(contains(provision, "<v>✔ в норме</v>"));
  // The hint stands beside the printed area.
  EXPECT_TRUE(contains(part(file, "xl/workbook.xml"), "'Форма 1'!$A$1:$F$17</definedName>"));
}

TEST_F(ReportTest, Form1SaysWhatIsMissing) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute("DELETE FROM assignments; DELETE FROM ioms; DELETE FROM methodists");
  }
  const auto file = write("out").file("balashikha/form-1.xlsx");
  const auto provision = part(file, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(contains(provision, "<f>MAX(0,D5-F5)</f><v>1</v>"));
  EXPECT_TRUE(contains(provision, "<v>✘ не хватает</v>"));
  EXPECT_TRUE(contains(provision, "<f>SUM(G5:G7)</f><v>1</v>"));
}

TEST_F(ReportTest, Form2LoadsAreSumsOverTheForm) {
  const auto file = write("out").file("balashikha/form-2.xlsx");
  EXPECT_TRUE(contains(part(file, "xl/worksheets/sheet1.xml"), "<f>SUM(G18:G20)</f><v>120</v>"));
  const auto load = part(file, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(contains(load, "<f>SUM('Форма 2'!G18:G19)</f><v>71</v>"));
  EXPECT_TRUE(contains(load, "<f>IF(F7&lt;50,F7-50,IF(F7&gt;70,F7-70,0))</f><v>1</v>"));
  EXPECT_TRUE(contains(load, "<v>▲ выше нормы</v>"));
  EXPECT_TRUE(contains(load, "<v>▼ ниже нормы</v>"));
  EXPECT_TRUE(contains(load, "<f>COUNTIF(H7:H8,\"▲ выше нормы\")</f><v>1</v>"));
}

TEST_F(ReportTest, FormsEndWithTheSignatureOfTheService) {
  auto& sink = write("out");
  for (const char* path : {"balashikha/form-1.xlsx", "balashikha/form-2.xlsx"}) {
    const auto strings = part(sink.file(path), "xl/sharedStrings.xml");
    EXPECT_TRUE(contains(strings, "<t>Руководитель УМС</t>")) << path;
    EXPECT_TRUE(contains(strings, "<t>(подпись)</t>")) << path;
    EXPECT_TRUE(contains(strings, "<t>ВСЕГО</t>")) << path;
  }
  EXPECT_TRUE(contains(part(sink.file("_region/form-1.xlsx"), "xl/sharedStrings.xml"),
                       "<t>Руководитель ЦНППМ</t>"));
}

TEST_F(ReportTest, Form2HasTheHeadingsOfTheAnnex) {
  const auto strings = part(write("out").file("balashikha/form-2.xlsx"), "xl/sharedStrings.xml");
  for (const char* heading :
       {"Форма 2", "УТВЕРЖДАЮ", "наименование должности", "наименование организации", "/подпись",
        "имя, отчество, фамилия", "(название субъекта Российской Федерации)", "Московская область",
        "в 2026/2027 учебном году", "№п/п", "ФИО методиста", "Направление деятельности",
        "учебный предмет", "иное (указать)", "Закрепление",
        "муниципальное образование/ городской округ", "образовательная организация",
        "количество педагогов"}) {
    EXPECT_TRUE(contains(strings, std::string("<t>") + heading + "</t>"));
  }
  EXPECT_TRUE(contains(strings,
                       "Список региональных методистов,\nзакрепленных за педагогическими "
                       "работниками образовательных организаций"));
}

TEST_F(ReportTest, KpiHasASheetPerGroupAndTheMethodists) {
  const auto file = write("out").file("balashikha/kpi.xlsx");
  const auto book = part(file, "xl/workbook.xml");
  EXPECT_TRUE(contains(book, "name=\"Сводка\""));
  EXPECT_TRUE(contains(book, "name=\"Методисты\""));
  EXPECT_TRUE(contains(book, "name=\"Пояснения\""));
  for (const auto& group : profile_.indicator_groups) {
    EXPECT_TRUE(contains(book, "name=\"" + group.title + "\""));
  }
  const auto strings = part(file, "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(strings, "Абрамова Анна Ивановна"));
  EXPECT_TRUE(contains(strings, "✘ не выполнено"));
  // 15 of 20: stored as 0.75 with a percent format.
  EXPECT_TRUE(contains(part(file, "xl/worksheets/sheet2.xml"), "<v>0.75</v>"));
  EXPECT_TRUE(contains(part(file, "xl/styles.xml"), "formatCode=\"0.0%\""));
}

TEST_F(ReportTest, MunicipalityTextTellsWhatFollowsFromTheData) {
  write("out");
  const auto report = text("balashikha/report.md");
  EXPECT_TRUE(contains(report, "# Методическая работа в городском округе Балашиха\n"));
  EXPECT_TRUE(contains(report, "по состоянию на 15 октября 2026 г. Источник"));
  EXPECT_TRUE(contains(report, "при цели ≥ 80 %, не хватает 5 п. п.\n"));
  EXPECT_TRUE(contains(report, "Учебный год не завершён"));
  // 15 of 20 routes: 75 % of 80 %, one more is needed.
  EXPECT_TRUE(contains(report,
                       "ещё для 1 педагога с дефицитами: сейчас они есть у 15 из 20 (75 % при "
                       "цели ≥ 80 %). Срок: не позднее 30 дней после прохождения ИКУ. Основание: "
                       "Приказ № 1068-04, §7"));
  EXPECT_TRUE(contains(report, "| 75 % | ≥ 80 % | 5 п. п. | 15 из 20 |"));
  // Due on the as-of date is not late yet; what was due last school year is not this year's.
  EXPECT_TRUE(
      contains(report, "наступил срок 5 задач: не выполнено — 2, выполнено позже срока — 1."));
  EXPECT_TRUE(contains(report,
                       "просрочены 2 задачи, самый ранний срок был 30.09.2026 (15 дней назад). "
                       "Отвечает: методист."));
  EXPECT_TRUE(
      contains(report, "| Абрамова Анна Ивановна | русский язык | 2 | 71 | +1 | ▲ выше нормы |"));
  EXPECT_TRUE(contains(report, "| Борисов Борис | литература | 1 | 49 | −1 | ▼ ниже нормы |"));
  EXPECT_TRUE(contains(report, "4 документа обязательного пакета."));
  EXPECT_TRUE(contains(
      report,
      "«Муниципальная программа наставничества». Основание: Стандарт УМС (№ 1021-04), п. 4.1."));
}

TEST_F(ReportTest, PlaceUnknownToTheProfileIsNamedWithoutACase) {
  write("out");
  EXPECT_TRUE(
      contains(text("dalniy/report.md"), "# Методическая работа: Дальний (муниципальный округ)\n"));
  EXPECT_TRUE(contains(text("empty/report.md"), "# Методическая работа: Пустой\n"));
  EXPECT_TRUE(contains(text("empty/report.md"), "в реестре нет задач с наступившим сроком"));
}

TEST_F(ReportTest, RegionTextAddsUpTheMunicipalities) {
  write("out");
  const auto report = text("_region/report.md");
  EXPECT_TRUE(contains(report, "# Методическая работа в Московской области\n"));
  EXPECT_TRUE(contains(report, "Просрочены 2 задачи в 1 муниципалитете."));
  EXPECT_TRUE(contains(report, "Обязательный пакет документов неполон в 3 муниципалитетах."));
  EXPECT_TRUE(
      contains(report, "| Положение о муниципальной методической службе | 2 | Дальний, Пустой |"));
}

TEST_F(ReportTest, TextOfTheRegistryStaysTextInWorkbooksAndTables) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "UPDATE methodists SET last_name = '=1+1|Злая', organization = 'd-1' WHERE code = 'm-1'");
  }
  const auto& sink = write("out");
  EXPECT_THAT(part(sink.file("balashikha/form-2.xlsx"), "xl/worksheets/sheet1.xml"),
              Not(HasSubstr("<f>1+1")));
  EXPECT_TRUE(contains(part(sink.file("balashikha/form-2.xlsx"), "xl/sharedStrings.xml"),
                       "<t>=1+1|Злая Анна Ивановна</t>"));
  EXPECT_TRUE(contains(text("balashikha/report.md"), "| =1+1\\|Злая Анна Ивановна |"));
}

}  // namespace
}  // namespace metodaktiv::reports
