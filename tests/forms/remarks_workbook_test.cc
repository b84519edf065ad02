#include "forms/remarks_workbook.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/error.h"
#include "base/files.h"
#include "config/form_stamp.h"
#include "support/small_registry.h"
#include "tabular/xlsx_workbook.h"
#include "workbook/workbook.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;
using base::Severity;
using tabular::Cell;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

/// The rows of a sheet by their numbers.
class Rows : public tabular::RowSink {
 public:
  bool row(std::int64_t number, std::span<const Cell> cells) override {
    std::vector<Cell> kept(cells.begin(), cells.end());
    while (!kept.empty() && tabular::is_blank(kept.back())) kept.pop_back();
    if (!kept.empty()) rows[number] = std::move(kept);
    return true;
  }
  void file_problem(std::int64_t, tabular::Problem problem) override {
    ADD_FAILURE() << problem.message;
  }
  void cut_short() override { ADD_FAILURE() << "cut short"; }

  std::vector<std::string> texts(std::int64_t number) {
    std::vector<std::string> texts;
    for (const auto& cell : rows[number]) texts.push_back(cell.text);
    return texts;
  }

  std::map<std::int64_t, std::vector<Cell>> rows;
};

/// A workbook as it is read back.
class Book {
 public:
  explicit Book(const fs::path& file) {
    tabular::Problem problem;
    auto book = tabular::XlsxWorkbook::open(file, problem);
    EXPECT_TRUE(book.has_value()) << problem.message;
    if (!book) return;
    for (std::size_t i = 0; i < book->sheets().size(); ++i) {
      names.push_back(book->sheets()[i].name);
      book->read(i, sheets[names.back()]);
    }
  }

  /// All text of a sheet, rows by line ends, cells by bars.
  std::string text(const std::string& sheet) {
    std::string text;
    for (const auto& [number, cells] : sheets[sheet].rows) {
      for (const auto& cell : cells) text += cell.text + "|";
      text += '\n';
    }
    return text;
  }

  std::vector<std::string> names;
  std::map<std::string, Rows> sheets;
};

class RemarksTest : public ::testing::Test {
 protected:
  RemarksTest()
      : folder_(std::string("remarks-") +
                ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
    form_.table = "teachers";
    form_.title = "Педагоги";
    form_.key = {"code"};
    const auto add = [this](const char* key, const char* title, config::ColumnType type) {
      config::FormColumn column;
      column.key = key;
      column.title = title;
      column.type = type;
      form_.columns.push_back(column);
    };
    add("code", "Код", config::ColumnType::kCode);
    add("last_name", "Фамилия", config::ColumnType::kText);
    add("birth_date", "Дата рождения", config::ColumnType::kDate);
    add("hours", "Часы", config::ColumnType::kNumber);
    remarks_.made_on = base::Date(2026, 11, 22);
    remarks_.outcome = "Реестр не изменён.";
  }

  fs::path csv(const std::string& name, const std::string& text) const {
    base::write_file(folder_.path() / name, text);
    return folder_.path() / name;
  }

  RemarkedTable& add_table(const fs::path& file, std::int64_t header_row = 1,
                           const std::string& sheet = {}) {
    RemarkedTable table;
    table.file = file;
    table.label = file.filename().string();
    table.sheet = sheet;
    table.form = &form_;
    table.header_row = header_row;
    remarks_.tables.push_back(table);
    return remarks_.tables.back();
  }

  void add_finding(const std::string& file, std::int64_t row, const std::string& column,
                   std::int64_t number, const std::string& message,
                   Severity severity = Severity::kError, const std::string& sheet = {}) {
    base::Finding finding;
    finding.severity = severity;
    finding.code = "test";
    finding.place.file = file;
    finding.place.sheet = sheet;
    finding.place.row = row;
    finding.place.column = column;
    finding.place.column_number = number;
    finding.message = message;
    finding.remedy = "Исправьте.";
    remarks_.findings.push_back(finding);
  }

  Book written() {
    write_remarks(file(), remarks_);
    return Book(file());
  }
  [[nodiscard]] fs::path file() const { return folder_.path() / "remarks.xlsx"; }

  test::TempFolder folder_;
  config::FormDefinition form_;
  Remarks remarks_;
};

TEST_F(RemarksTest, SendsTheTableBackWithItsRemarks) {
  add_table(csv("t.csv",
                "Код;Фамилия;Дата рождения;Часы\n"
                "0012;Ли;31.02.1980;3,5\n"
                "\n"
                "a-2;;01.09.1981;007\n"
                "a-3;Пак;1981-09-02;много\n"));
  add_finding("t.csv", 2, "Дата рождения", 3, "Такого дня нет.");
  add_finding("t.csv", 4, "Фамилия", 2, "Ячейка пуста.");
  add_finding("t.csv", 4, "", 0, "Странная строка.", Severity::kWarning);
  auto book = written();
  EXPECT_THAT(book.names, ElementsAre("Замечания", "Педагоги"));
  auto& table = book.sheets["Педагоги"];
  EXPECT_THAT(table.texts(1), ElementsAre("Код", "Фамилия", "Дата рождения", "Часы", "Замечания"));
  EXPECT_THAT(table.texts(2),
              ElementsAre("0012", "Ли", "31.02.1980", "3.5",
                          "Ошибка, «Дата рождения»: Такого дня нет. Как исправить: Исправьте."));
  EXPECT_EQ(table.rows[2][0].kind, Cell::Kind::kText);
  EXPECT_EQ(table.rows[2][2].kind, Cell::Kind::kText) << "no date: as it was typed";
  EXPECT_EQ(table.rows[2][3].kind, Cell::Kind::kNumber);
  EXPECT_FALSE(table.rows.contains(3));
  EXPECT_THAT(table.texts(4),
              ElementsAre("a-2", "", "1981-09-01", "007",
                          "Ошибка, «Фамилия»: Ячейка пуста. Как исправить: Исправьте.\n"
                          "Предупреждение: Странная строка. Как исправить: Исправьте."));
  EXPECT_EQ(table.rows[4][2].kind, Cell::Kind::kDate);
  EXPECT_EQ(table.rows[4][3].kind, Cell::Kind::kText) << "leading zeros are no number";
  EXPECT_THAT(table.texts(5), ElementsAre("a-3", "Пак", "1981-09-02", "много"));
}

TEST_F(RemarksTest, TheSummaryListsEverything) {
  add_table(csv("t.csv", "Код,Фамилия\nx,y\n"));
  remarks_.findings.clear();
  add_finding("t.csv", 0, "", 0, "Файл странный.", Severity::kWarning);
  add_finding("t.csv", 2, "Фамилия", 2, "Так не пишут.");
  remarks_.findings.back().value = "y";
  add_finding("x.xlsx", 3, "Предмет", 7, "Нет такого.", Severity::kError, "Лист");
  config::FormStamp stamp{"alpha", "2026-10-01", "2026-11-01", "v"};
  remarks_.stamp = config::to_text(stamp);
  auto book = written();
  const auto text = book.text("Замечания");
  for (const char* words :
       {"t.csv", "x.xlsx", "Реестр не изменён.", "2\u00A0ошибки, 1\u00A0предупреждение",
        "Файл странный.", "|Фамилия|y|Так не пишут.|Исправьте.|", "|B2|2|",
        "|x.xlsx|Лист||3|Предмет||Нет такого.|", "alpha", "01.10.2026"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
  const auto& last = book.sheets["Замечания"].rows.rbegin()->second;
  EXPECT_EQ(config::parse_form_stamp(last.front().text), stamp);
}

TEST_F(RemarksTest, OnlyTheRowsThatAreReturned) {
  auto& table = add_table(csv("t.csv", "\nЗаголовок\nКод,Фамилия\na,1\nb,2\nc,3\nd,4\n"), 3);
  table.only_rows = true;
  table.rows = {5, 7};
  add_finding("t.csv", 7, "Фамилия", 2, "Не так.");
  auto book = written();
  auto& sheet = book.sheets["Педагоги"];
  EXPECT_THAT(sheet.texts(2), ElementsAre("Заголовок"));
  EXPECT_THAT(sheet.texts(3), ElementsAre("Код", "Фамилия", "Замечания"));
  EXPECT_THAT(sheet.texts(4), ElementsAre("b", "2"));
  EXPECT_THAT(sheet.texts(5), SizeIs(3));
  EXPECT_THAT(sheet.rows, SizeIs(4));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("|B5|7|")) << "its place here and in the file";
  EXPECT_THAT(book.text("Замечания"), HasSubstr("только строки с замечаниями"));
}

TEST_F(RemarksTest, AHugeTableGoesBackByItsRemarksAlone) {
  std::string text = "Код,Фамилия\n";
  for (int i = 2; i <= 20'010; ++i) text += fmt::format("t-{},Ли\n", i);
  add_table(csv("t.csv", text));
  add_finding("t.csv", 15'000, "Фамилия", 2, "Не так.");
  auto book = written();
  auto& sheet = book.sheets["Педагоги"];
  EXPECT_THAT(sheet.rows, SizeIs(2));
  EXPECT_EQ(sheet.texts(2).front(), "t-15000");
  EXPECT_THAT(book.text("Замечания"), HasSubstr("|B2|15000|"));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("остались в исходном файле"));
}

TEST_F(RemarksTest, WorkbooksKeepTheirSheetsAndTypes) {
  const auto source = folder_.path() / "form.xlsx";
  {
    workbook::Workbook book(source, {});
    workbook::Style day;
    day.number_format = "dd.mm.yyyy";
    auto sheet = book.add_sheet("Учителя 2026");
    sheet.text(0, 0, "Сведения о педагогах");
    sheet.text(2, 0, "Код\u00A0*");
    sheet.text(2, 1, "Дата рождения");
    sheet.text(2, 2, "Часы");
    sheet.text(2, 3, " замечания ");
    sheet.text(3, 0, "79161234567");
    sheet.date(3, 1, base::Date(1999, 12, 31), book.format(day));
    sheet.number(3, 2, 0.1);
    sheet.text(3, 3, "замечание прошлого раза");
    sheet.text(4, 0, "b");
    sheet.date_time(4, 1, base::Date(2000, 2, 29), 34'200,
                    book.format(day.with_number("dd.mm.yyyy hh:mm")));
    sheet.number(4, 2, 79161234567);
    book.save();
  }
  add_table(source, 3, "Учителя 2026");
  add_finding("form.xlsx", 4, "Часы", 3, "Не так.", Severity::kError, "Учителя 2026");
  add_finding("form.xlsx", 5, "Фамилия", 9, "Пусто.", Severity::kError, "Учителя 2026");
  auto book = written();
  auto& sheet = book.sheets["Учителя 2026"];
  EXPECT_THAT(sheet.texts(1), ElementsAre("Сведения о педагогах"));
  EXPECT_EQ(sheet.texts(3)[2], "Часы");
  EXPECT_EQ(sheet.texts(3).back(), "Замечания");
  EXPECT_THAT(book.text("Учителя 2026"), Not(HasSubstr("прошлого раза")));
  EXPECT_EQ(sheet.rows[4][0], (Cell{Cell::Kind::kText, "79161234567"}));
  EXPECT_EQ(sheet.rows[4][1], (Cell{Cell::Kind::kDate, "1999-12-31"}));
  EXPECT_EQ(sheet.rows[4][2], (Cell{Cell::Kind::kNumber, "0.1"}));
  EXPECT_EQ(sheet.rows[5][1], (Cell{Cell::Kind::kDate, "2000-02-29T09:30:00"}));
  EXPECT_EQ(sheet.rows[5][2], (Cell{Cell::Kind::kNumber, "79161234567"}));
  EXPECT_THAT(sheet.rows[5].back().text, HasSubstr("Пусто."));
}

TEST_F(RemarksTest, FilesWithTheSameTableGetSheetsOfTheirOwn) {
  fs::create_directories(folder_.path() / "b");
  add_table(csv("alpha.csv", "Код\na\n"));
  add_table(csv("beta.csv", "Код\nb\n"));
  add_table(csv("b/beta.csv", "Код\nc\n"));
  form_.title = "Название, которое длиннее имени листа";
  auto book = written();
  ASSERT_THAT(book.names, SizeIs(4));
  EXPECT_THAT(book.names[1], HasSubstr("Название, которое"));
  EXPECT_EQ(book.names[2], "teachers (beta)");
  EXPECT_EQ(book.names[3], "teachers (beta 2)");
  EXPECT_EQ(book.sheets[book.names[3]].texts(2), std::vector<std::string>{"c"});
}

TEST_F(RemarksTest, FilesNamedByTheTableAreNumbered) {
  fs::create_directories(folder_.path() / "b");
  add_table(csv("teachers.csv", "Код\na\n"));
  add_table(csv("b/teachers.csv", "Код\nb\n"));
  add_table(csv("b/ПЕДАГОГИ.csv", "Код\nc\n"));
  EXPECT_THAT(written().names,
              ElementsAre("Замечания", "Педагоги", "Педагоги (2)", "Педагоги (3)"));
}

TEST_F(RemarksTest, ATextThatNoCellHoldsStaysInTheSource) {
  add_table(csv("t.csv", "Код,Фамилия\na," + std::string(40'000, 'x') + "\nb,Ли\n"));
  add_finding("t.csv", 2, "Код", 1, "Не так.");
  auto book = written();
  EXPECT_THAT(book.text("Педагоги"), Not(HasSubstr("xxx")));
  EXPECT_THAT(book.sheets["Педагоги"].texts(3), ElementsAre("b", "Ли"));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("32 767"));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("Не так."));
}

TEST_F(RemarksTest, WhatIsGoneIsStillListed) {
  add_table(folder_.path() / "gone.csv");
  add_table(folder_.path() / "gone.xlsx", 1, "Лист");
  add_finding("gone.csv", 2, "Код", 1, "Не так.");
  auto book = written();
  EXPECT_THAT(book.names, ElementsAre("Замечания"));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("Не так."));
  EXPECT_THAT(book.text("Замечания"), HasSubstr("gone.xlsx"));
}

TEST_F(RemarksTest, ATableWithoutAHeaderGoesBackAsItIs) {
  add_table(csv("t.csv", "непонятно,что\n1,2\n"), 0);
  add_finding("t.csv", 1, "", 0, "Заголовок не найден.");
  auto book = written();
  EXPECT_THAT(book.sheets["Педагоги"].texts(1), ElementsAre("непонятно", "что"));
  EXPECT_THAT(book.sheets["Педагоги"].texts(2), ElementsAre("1", "2"));
}

TEST_F(RemarksTest, IsTheSameEveryTimeAndAFailureLeavesNothing) {
  add_table(csv("t.csv", "Код,Фамилия\na,b\n"));
  add_finding("t.csv", 2, "Фамилия", 2, "Не так.");
  write_remarks(file(), remarks_);
  const auto first = base::read_file(file());
  write_remarks(file(), remarks_);
  EXPECT_EQ(base::read_file(file()), first);
  const auto nowhere = folder_.path() / "none" / "remarks.xlsx";
  EXPECT_THROW(write_remarks(nowhere, remarks_), base::Failure);
  EXPECT_FALSE(fs::exists(nowhere));
}

}  // namespace
}  // namespace metodaktiv::forms
