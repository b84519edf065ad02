#include <gmock/gmock.h>

#include "report_fixture.h"

namespace metodaktiv::reports {
namespace {

/// The same registry under the profile of a region that sets no norm, asks for no package, has no
/// annex of forms and no dated function of a municipality.
class OtherProfileTest : public ReportTest {
 protected:
  void SetUp() override {
    ReportTest::SetUp();
    profile_.norms.binding = false;
    profile_.norms.source = "в положении числа нет";
    profile_.form_texts = {};
    for (auto& kind : profile_.document_kinds) kind.in_package = false;
    std::erase_if(profile_.indicators, [](const auto& indicator) {
      return indicator.next_step_rule == "missing-documents";
    });
    for (auto& direction : profile_.standard.directions) {
      for (auto& group : direction.groups) {
        for (auto& function : group.functions) function.regional = true;
      }
    }
    auto& distribution = profile_.distributions.emplace_back();
    distribution.id = "results";
    distribution.title = "Отсроченные результаты";
    distribution.short_title = "Результаты";
    distribution.unit = "опросов";
    distribution.source = "положение, п. 5";
    distribution.values = {{"absent", "результата нет", "повторить разбор темы"},
                           {"present", "результат есть", "показать опыт коллегам"}};
    distribution.sql =
        "SELECT o.municipality, p.outcome AS key, count(*) AS count FROM post_course AS p "
        "JOIN teachers AS t ON t.code = p.teacher "
        "JOIN organizations AS o ON o.code = t.organization GROUP BY o.municipality, p.outcome";
  }
  void change(const std::string& sql) const {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(sql);
  }
};

testing::AssertionResult lacks(const std::string& text, const std::string& part) {
  if (text.find(part) == std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "«" << part << "» is in:\n" << text;
}

TEST_F(OtherProfileTest, WithoutAPackageNothingIsSaidOfIt) {
  write("out");
  for (const char* path : {"_region/report.md", "balashikha/report.md", "empty/report.md"}) {
    EXPECT_TRUE(lacks(text(path), "акет документов")) << path;
    EXPECT_TRUE(lacks(text(path), "обязательного пакета")) << path;
  }
}

TEST_F(OtherProfileTest, OrientationIsShownAndNothingFollowsFromIt) {
  write("out");
  const auto own = text("balashikha/report.md");
  EXPECT_TRUE(contains(own,
                       "Для сравнения взято 50–70 педагогов на методиста — в положении числа "
                       "нет. Закрепление есть у 2 методистов: в пределах ориентира — 0, выше "
                       "ориентира — 1, ниже ориентира — 1."));
  EXPECT_TRUE(contains(own, "| +1 | ▲ выше ориентира |"));
  EXPECT_TRUE(contains(own, "По ориентиру один методист на 50–70 педагогов получается"));
  for (const char* path : {"_region/report.md", "balashikha/report.md"}) {
    for (const char* advice :
         {"Норма —", "выше нормы", "Нагрузка вне", "Перераспределить", "Выровнять закрепление",
          "меньше рекомендуемого", "Выдвинуть кандидатов"}) {
      EXPECT_TRUE(lacks(text(path), advice)) << path;
    }
  }
}

TEST_F(OtherProfileTest, FormsBearNoAnnexAndNoApproval) {
  auto& sink = write("out");
  const auto form1 = part(sink.file("balashikha/form-1.xlsx"), "xl/sharedStrings.xml");
  const auto form2 = part(sink.file("balashikha/form-2.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(form1, "Численный состав методического актива в 2026/2027 учебном году"));
  EXPECT_TRUE(contains(form1, "<t>ориентир</t>"));
  for (const char* word :
       {"Приложение", "Примерному порядку", "УТВЕРЖДАЮ", "не хватает", "норме"}) {
    EXPECT_TRUE(lacks(form1, word));
    EXPECT_TRUE(lacks(form2, word));
  }
  for (const char* file : {"balashikha/form-1.xlsx", "balashikha/form-2.xlsx"}) {
    const auto sheet = part(sink.file(file), "xl/worksheets/sheet2.xml");
    EXPECT_TRUE(contains(sheet, "▲ выше ориентира"));
    EXPECT_TRUE(lacks(sheet, "не хватает"));
    EXPECT_TRUE(lacks(sheet, "норм"));
  }
  EXPECT_TRUE(contains(part(sink.file("balashikha/form-2.xlsx"), "xl/worksheets/sheet2.xml"),
                       "<v>▼ ниже ориентира</v>"));
  // Rows of the missing block are gone: the table's head follows the title.
  EXPECT_TRUE(contains(part(sink.file("balashikha/form-2.xlsx"), "xl/worksheets/sheet1.xml"),
                       "<mergeCell ref=\"A6:A7\"/>"));
}

TEST_F(OtherProfileTest, TasksAreASectionOnlyWhereMunicipalitiesHaveDates) {
  write("out");
  EXPECT_TRUE(lacks(text("empty/report.md"), "Задачи методической службы"));
  // What the registry holds all the same is shown.
  EXPECT_TRUE(contains(text("balashikha/report.md"), "наступил срок 5 задач"));
}

TEST_F(OtherProfileTest, DistributionsAreToldExactly) {
  change(
      "INSERT INTO post_course (teacher, program, surveyed_on, outcome) VALUES "
      "('t-100', 'Курс', '2026-10-01', 'present'), ('t-101', 'Курс', '2026-10-01', 'present'), "
      "('t-102', 'Курс', '2026-10-01', 'absent')");
  write("out");
  const auto region = text("_region/report.md");
  EXPECT_TRUE(contains(region, "### Отсроченные результаты\n"));
  EXPECT_TRUE(contains(region,
                       "Число опросов; сумма по строкам — 3. Больше всего: «Результат "
                       "есть» — 2 (66,7 %), «Результата нет» — 1 (33,3 %)."));
  EXPECT_TRUE(contains(region, "| Результат есть | 2 | 66,7 % | показать опыт коллегам |"));
  EXPECT_TRUE(contains(text("balashikha/report.md"),
                       "- Отсроченные результаты (число опросов): «Результат есть» — 2 (66,7 %);"));
  EXPECT_TRUE(lacks(text("empty/report.md"), "Распределения"));
}

TEST_F(OtherProfileTest, PostCourseRegisterNamesTheRecommendedWork) {
  change(
      "INSERT INTO post_course (teacher, program, surveyed_on, in_iom, practice, outcome) VALUES "
      "('t-100', 'Курс', '2026-10-01', 1, 'full', 'absent')");
  auto& plain = write("plain");
  const auto without = part(plain.file("balashikha/kpi.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(without, "результатов по теме курсов нет"));
  EXPECT_TRUE(lacks(without, "Рекомендуемая работа"));
  profile_.motor_distribution = "results";
  auto& with = write("with");
  const auto strings = part(with.file("balashikha/kpi.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(strings, "<t>Рекомендуемая работа</t>"));
  EXPECT_TRUE(contains(strings, "<t>Повторить разбор темы</t>"));
  EXPECT_TRUE(
      contains(part(with.file("balashikha/kpi.xlsx"), "xl/workbook.xml"), "name=\"Реестр МОТОР\""));
  EXPECT_TRUE(lacks(part(with.file("empty/kpi.xlsx"), "xl/workbook.xml"), "name=\"Реестр МОТОР\""));
}

TEST_F(OtherProfileTest, CandidatesAreCountedInTextsAndNamedInWorkbooks) {
  change(
      "INSERT INTO nominations (code, last_name, first_name, municipality, stage, stage_on) VALUES "
      "('n-1', 'Кандидатова', 'Юлия', 'balashikha', 'diagnostics', '2026-10-01'), "
      "('n-2', 'Другова', 'Вера', 'dalniy', 'nominated', '2026-10-02')");
  auto& sink = write("out");
  const auto region = text("_region/report.md");
  EXPECT_TRUE(contains(region, "В реестре 2 кандидата в РМА."));
  EXPECT_TRUE(contains(region, "| Проходит диагностику | 1 |"));
  EXPECT_TRUE(lacks(region, "Кандидатова"));
  const auto strings = part(sink.file("balashikha/kpi.xlsx"), "xl/sharedStrings.xml");
  EXPECT_TRUE(contains(strings, "Кандидатова Юлия"));
  EXPECT_TRUE(lacks(strings, "Другова"));
  EXPECT_TRUE(lacks(part(sink.file("empty/kpi.xlsx"), "xl/workbook.xml"), "name=\"Кандидаты\""));
}

}  // namespace
}  // namespace metodaktiv::reports
