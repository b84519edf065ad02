#include "forms/route_blank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "support/small_registry.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::forms {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

config::RouteForm small_form() {
  config::RouteForm form;
  form.title = "Маршрут";
  form.source = "Форма центра";
  form.file_name = "iom";
  form.approval_heading = "Утверждаю";
  form.approval_signature = "____ / ____ /";
  form.general_number = "1";
  form.general_title = "Общие сведения";
  form.fields = {{"Имя", "teacher_name", ""}, {"Предмет", "subject", "для учителя"}};
  form.aim_number = "2";
  form.aim_title = "Цель";
  form.aim_text = "Расти | учить";
  form.plan_number = "3";
  form.plan_title = "План";
  form.period_label = "Срок";
  form.period_begin = "Начало";
  form.period_end = "Окончание";
  form.period_date = "«___» 20___ г.";
  form.columns = {{"title", 40}, {"details", 38}, {"due_on", 16}, {"reflection", 40}};
  form.parts = {{"1", "Знания"}, {"3", "Наставничество"}};
  form.sections = {
      {"1.1", "Курсы", "1", {{{"Что", "Как", "Когда", "Итог"}, 3}}},
      {"3", "Наставничество", "3", {{{"А", "Б", "В", "Г"}, 1}, {{"Д", "Е", "Ж", "З"}, 2}}}};
  form.signatures = {{"Педагог", "____ /"}};
  return form;
}

/// All text of a sheet, and the last row that has any cell.
class Texts : public tabular::RowSink {
 public:
  bool row(std::int64_t number, std::span<const tabular::Cell> cells) override {
    for (const auto& cell : cells) {
      if (!tabular::is_blank(cell)) text += cell.text + "|";
    }
    text += "\n";
    last = number;
    return true;
  }
  void file_problem(std::int64_t, tabular::Problem problem) override {
    ADD_FAILURE() << problem.message;
  }
  void cut_short() override { ADD_FAILURE() << "cut short"; }

  std::string text;
  std::int64_t last = 0;
};

config::RegionProfile profile() {
  config::RegionProfile profile;
  profile.terms.route_short = "ИОМ";
  return profile;
}

TEST(RouteBlank, MarkdownHasEverySectionWithItsEmptyRows) {
  const auto text = route_blank_text(small_form());
  EXPECT_THAT(text,
              AllOf(HasSubstr("# Маршрут\n"), HasSubstr("> Утверждаю  \n"),
                    HasSubstr("| Предмет (для учителя) |  |\n"), HasSubstr("Расти \\| учить")));
  EXPECT_THAT(text, HasSubstr("### 1. Знания\n\n#### 1.1. Курсы\n\n| Что | Как | Когда | Итог |\n"
                              "| --- | --- | --- | --- |\n|  |  |  |  |\n|  |  |  |  |\n"
                              "|  |  |  |  |\n"));
  EXPECT_THAT(text, HasSubstr("| Д | Е | Ж | З |"));
  EXPECT_THAT(text, Not(HasSubstr("### 3. Наставничество\n\n#### 3."))) << "said twice";
}

TEST(RouteBlank, MarkdownHasNoUnderscoresThatWouldBecomeEmphasis) {
  EXPECT_THAT(route_blank_text(small_form()),
              AllOf(Not(HasSubstr("_")), HasSubstr("«……» 20…… г."), HasSubstr("…… / …… /")));
}

TEST(RouteBlank, WorkbookHoldsTheFormFromTopToBottom) {
  const test::TempFolder folder("route-blank");
  const auto file = folder.path() / "iom.xlsx";
  write_route_blank(profile(), small_form(), base::Date(2026, 11, 15), file);
  tabular::Problem problem;
  auto book = tabular::XlsxWorkbook::open(file, problem);
  ASSERT_TRUE(book.has_value()) << problem.message;
  ASSERT_EQ(book->sheets().size(), 1U);
  EXPECT_EQ(book->sheets()[0].name, "ИОМ");
  Texts sheet;
  book->read(0, sheet);
  std::size_t at = 0;
  for (const auto* part :
       {"Утверждаю", "Маршрут", "1. Общие сведения", "Имя", "2. Цель", "3. План",
        "Начало: «___» 20___ г.", "1. Знания", "1.1. Курсы", "Что|Как|Когда|Итог",
        "3. Наставничество", "А|Б|В|Г", "Д|Е|Ж|З", "Педагог|____ /"}) {
    const auto found = sheet.text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part << " in\n" << sheet.text;
    at = found;
  }
}

TEST(RouteBlank, SameFormGivesTheSameBytes) {
  const test::TempFolder folder("route-blank-twice");
  const auto first = folder.path() / "a.xlsx", second = folder.path() / "b.xlsx";
  write_route_blank(profile(), small_form(), base::Date(2026, 11, 15), first);
  write_route_blank(profile(), small_form(), base::Date(2026, 11, 15), second);
  EXPECT_EQ(base::read_file(first), base::read_file(second));
}

TEST(RouteBlank, AFormOfOneColumnIsFineToo) {
  const test::TempFolder folder("route-blank-narrow");
  auto form = small_form();
  form.columns.resize(1);
  for (auto& section : form.sections) {
    for (auto& block : section.blocks) block.columns.resize(1);
  }
  const auto file = folder.path() / "iom.xlsx";
  write_route_blank(profile(), form, base::Date(2026, 11, 15), file);
  EXPECT_TRUE(std::filesystem::exists(file));
}

}  // namespace
}  // namespace metodaktiv::forms
