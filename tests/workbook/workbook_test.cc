#include "workbook/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "base/error.h"
#include "base/files.h"
#include "workbook/cell_text.h"
#include "workbook/measure.h"

namespace metodaktiv::workbook {
namespace {

using testing::HasSubstr;
using testing::Not;

class WorkbookTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("metodaktiv-workbook-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file(const char* name) const { return folder_ / name; }

  /// A part of the package as text.
  [[nodiscard]] static std::string part(const std::filesystem::path& book,
                                        const std::string& name) {
    const std::string command =
        "python3 -c 'import sys, zipfile; "
        "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' '" +
        book.string() + "' '" + name + "'";
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      text.append(buffer, n);
    ::pclose(pipe);
    return text;
  }

  std::filesystem::path folder_;
};

Properties some_properties() {
  return {"Название", "Тема", "Автор", "Организация", "Примечание", base::Date(2026, 10, 15)};
}

void write_sample(const std::filesystem::path& file) {
  Workbook book(file, some_properties());
  Sheet sheet = book.add_sheet("Лист");
  Style bold;
  bold.bold = true;
  sheet.text(0, 0, "Имя", book.format(bold));
  sheet.number(1, 0, 0.5);
  sheet.number(2, 0, 0.7);
  sheet.formula(3, 0, "=SUM(A2:A3)", 1.2);
  sheet.merge(4, 0, 5, 1, "вместе", book.format(bold));
  Chart chart;
  chart.title = "Диаграмма";
  chart.alt_text = "Описание для незрячего";
  chart.series.push_back(
      {"Ряд", sheet.range(1, 0, 2, 0), sheet.range(1, 0, 2, 0), 0x123456, false, true});
  sheet.chart(7, 0, chart);
  sheet.page({});
  book.save();
}

TEST_F(WorkbookTest, SameInputGivesSameBytes) {
  write_sample(file("a.xlsx"));
  write_sample(file("b.xlsx"));
  const auto first = base::read_file(file("a.xlsx"));
  EXPECT_GT(first.size(), 4000U);
  EXPECT_EQ(first, base::read_file(file("b.xlsx")));
  EXPECT_THAT(part(file("a.xlsx"), "docProps/core.xml"), HasSubstr("2026-10-15T00:00:00Z"));
}

TEST_F(WorkbookTest, TextThatLooksLikeAFormulaStaysText) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    Sheet sheet = book.add_sheet("Лист");
    int row = 0;
    for (const char* text :
         {"=1+1", "+7 495 000-00-00", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\")"}) {
      sheet.text(row++, 0, text);
    }
    book.save();
  }
  const auto cells = part(file("a.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(cells, Not(HasSubstr("<f>")));
  EXPECT_THAT(cells, HasSubstr("<c r=\"A1\" t=\"s\">"));
  EXPECT_THAT(cells, HasSubstr("<c r=\"A5\" t=\"s\">"));
  EXPECT_THAT(part(file("a.xlsx"), "xl/sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
}

TEST_F(WorkbookTest, CodedCharactersReadAsWritten) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    book.add_sheet("Лист").text(0, 0, "код _x0041_ и _xyz_");
    book.save();
  }
  EXPECT_THAT(part(file("a.xlsx"), "xl/sharedStrings.xml"), HasSubstr("код _x005F_x0041_ и _xyz_"));
}

TEST_F(WorkbookTest, FormulaKeepsItsResult) {
  write_sample(file("a.xlsx"));
  EXPECT_THAT(part(file("a.xlsx"), "xl/worksheets/sheet1.xml"),
              HasSubstr("<f>SUM(A2:A3)</f><v>1.2</v>"));
}

TEST_F(WorkbookTest, ChartHasAltText) {
  write_sample(file("a.xlsx"));
  EXPECT_THAT(part(file("a.xlsx"), "xl/drawings/drawing1.xml"),
              HasSubstr("descr=\"Описание для незрячего\""));
}

TEST_F(WorkbookTest, ChartCaptionsAreNeverFormulas) {
  Workbook book(file("a.xlsx"), some_properties());
  Sheet sheet = book.add_sheet("Лист");
  sheet.number(0, 0, 1);
  Chart chart;
  chart.title = "=Лист!A1";
  for (int i = 0; i < 700; ++i) chart.alt_text += "—";  // 2,100 bytes: more than the library keeps
  chart.series.push_back({"=1+1", sheet.range(0, 0, 0, 0), sheet.range(0, 0, 0, 0)});
  sheet.chart(1, 0, chart);
  book.save();
  const auto xml = part(file("a.xlsx"), "xl/charts/chart1.xml");
  EXPECT_THAT(xml, HasSubstr("<c:v> =1+1</c:v>"));
  EXPECT_THAT(xml, HasSubstr("<a:t> =Лист!A1</a:t>"));
  EXPECT_THAT(part(file("a.xlsx"), "xl/drawings/drawing1.xml"), HasSubstr("—…\""));
}

TEST_F(WorkbookTest, LongCaptionOfALinkStaysWhole) {
  Workbook book(file("a.xlsx"), some_properties());
  Sheet sheet = book.add_sheet("№ 1 # а");
  EXPECT_EQ(sheet.name(), "№ 1   а");  // the library cuts links at '#'
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "я";
  sheet.link(0, 0, sheet, text);
  book.save();
  const auto xml = part(file("a.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("я…\""));
  EXPECT_THAT(part(file("a.xlsx"), "xl/sharedStrings.xml"), HasSubstr(">" + text + "<"));
}

TEST_F(WorkbookTest, RowsAreNoHigherThanExcelTakes) {
  Workbook book(file("a.xlsx"), some_properties());
  Sheet sheet = book.add_sheet("Лист");
  sheet.row_height(0, 12345);
  book.save();
  EXPECT_THAT(part(file("a.xlsx"), "xl/worksheets/sheet1.xml"), HasSubstr("ht=\"409\""));
}

TEST_F(WorkbookTest, DatesAreNumbersOfDays) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    Sheet sheet = book.add_sheet("Лист");
    sheet.date(0, 0, base::Date(2026, 9, 1), book.format(Style().with_number("dd.mm.yyyy")));
    book.save();
  }
  EXPECT_THAT(part(file("a.xlsx"), "xl/worksheets/sheet1.xml"), HasSubstr("<v>46266</v>"));
}

TEST_F(WorkbookTest, SheetNamesAreMadeAcceptableAndUnique) {
  Workbook book(file("a.xlsx"), some_properties());
  EXPECT_EQ(book.add_sheet("Форма 1").name(), "Форма 1");
  EXPECT_EQ(book.add_sheet("форма 1").name(), "форма 1 2");
  EXPECT_EQ(book.add_sheet("А/Б: [В]?").name(), "А Б   В");
  EXPECT_EQ(book.add_sheet("").name(), "Лист");
  const auto name = book.add_sheet("Очень длинное название листа, которое не помещается").name();
  EXPECT_EQ(name, "Очень длинное название листа, …");
  book.save();
}

TEST_F(WorkbookTest, LinksGoOnlyToPages) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    Sheet sheet = book.add_sheet("Лист");
    sheet.link(0, 0, "https://example.org/a", "сайт");
    sheet.link(1, 0, "javascript:alert(1)", "не сайт");
    book.save();
  }
  const auto relations = part(file("a.xlsx"), "xl/worksheets/_rels/sheet1.xml.rels");
  EXPECT_THAT(relations, HasSubstr("https://example.org/a"));
  EXPECT_THAT(relations, Not(HasSubstr("javascript")));
}

TEST_F(WorkbookTest, PrintsOnA4WithPageNumbers) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    Sheet sheet = book.add_sheet("Лист");
    PageSetup page;
    page.landscape = true;
    page.footer_left = "2026 & так далее";
    sheet.page(page);
    book.save();
  }
  const auto sheet = part(file("a.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("paperSize=\"9\""));
  EXPECT_THAT(sheet, HasSubstr("orientation=\"landscape\""));
  EXPECT_THAT(sheet, HasSubstr("Стр. &amp;P из &amp;N"));
  EXPECT_THAT(sheet, HasSubstr("2026 &amp;&amp; так далее"));
}

TEST_F(WorkbookTest, ALineThatSpeaksOfPicturesIsALine) {
  {
    Workbook book(file("a.xlsx"), some_properties());
    Sheet sheet = book.add_sheet("Лист");
    PageSetup page;
    page.header_left = "Школа «A&G»";
    page.footer_left = "&[Picture]";
    sheet.page(page);
    book.save();
  }
  const auto sheet = part(file("a.xlsx"), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("Школа «A&amp;&amp;\u2060G»"));
  EXPECT_THAT(sheet, HasSubstr("&amp;&amp;\u2060[Picture]"));
}

TEST_F(WorkbookTest, FolderThatIsMissingIsAFailureNamingTheFile) {
  Workbook book(file("no-such-folder/a.xlsx"), some_properties());
  book.add_sheet("Лист");
  try {
    book.save();
    FAIL() << "saved into a missing folder";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("no-such-folder/a.xlsx"));
  }
}

TEST_F(WorkbookTest, UnsavedWorkbookLeavesNoFile) {
  { Workbook(file("a.xlsx"), some_properties()).add_sheet("Лист"); }
  EXPECT_FALSE(std::filesystem::exists(file("a.xlsx")));
}

TEST(CellText, KeepsPlainText) {
  EXPECT_EQ(cell_text("Привет,\n\tмир — 😀"), "Привет,\n\tмир — 😀");
  EXPECT_TRUE(is_plain_cell_text("Привет,\n\tмир"));
}

TEST(CellText, DropsWhatXmlForbids) {
  EXPECT_EQ(cell_text(std::string_view("a\0b\x01\x1F\x7F", 6)), "ab");
  EXPECT_EQ(cell_text("a\xEF\xBF\xBE\xEF\xBF\xBF!"), "a!");
  EXPECT_EQ(cell_text("\xD0 bad \xFF utf \xED\xA0\x80"), " bad  utf ");
  EXPECT_EQ(cell_text("одна\r\nдве\rтри"), "одна\nдве\nтри");
  EXPECT_FALSE(is_plain_cell_text("a\x01"));
}

TEST(CellText, StaysWithinExcelsLimit) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "ж";
  const auto cut = cell_text(text);
  EXPECT_EQ(cut.size(), 2 * 32766 + 3);
  EXPECT_TRUE(cut.ends_with("ж…"));
  EXPECT_EQ(cell_text(text.substr(0, 2 * kCellTextLimit)).size(), 2 * kCellTextLimit);
  // Characters outside the basic plane count twice in Excel.
  EXPECT_EQ(cell_text("😀😀😀", 5), "😀😀…");
  EXPECT_EQ(cell_text("😀😀😀", 6), "😀😀😀");
}

TEST(Measure, WrapsByWords) {
  const Style style;
  EXPECT_EQ(wrapped_lines("слово", 40, style), 1);
  EXPECT_EQ(wrapped_lines("", 40, style), 1);
  EXPECT_EQ(wrapped_lines("первая\nвторая", 40, style), 2);
  const std::string title = "Доля педагогов с дефицитами, для которых разработан маршрут";
  EXPECT_GE(wrapped_lines(title, 20, style), 3);
  EXPECT_EQ(wrapped_lines(title, fitting_width(title, style) + 3, style), 1);
  EXPECT_GT(fitting_height(title, 20, style), fitting_height(title, 80, style));
}

TEST(Measure, WideAndBoldLettersTakeMoreRoom) {
  Style bold;
  bold.bold = true;
  EXPECT_GT(text_width("ЩЩЩ", Style()), text_width("ггг", Style()));
  EXPECT_GT(text_width("слово", bold), text_width("слово", Style()));
}

void write_table(const std::filesystem::path& file, const std::vector<std::string>& headers,
                 int rows = 2) {
  Workbook book(file, some_properties());
  for (const char* name : {"Первый", "Второй"}) {
    Sheet sheet = book.add_sheet(name);
    for (int row = 1; row <= rows; ++row) {
      for (int column = 0; column < static_cast<int>(headers.size()); ++column) {
        sheet.number(row, column, row * 10 + column);
      }
    }
    sheet.table({"list", 0, 0, rows, headers, {}});
  }
  book.save();
}

TEST_F(WorkbookTest, TableIsNamedAndItsColumnsAreTheHeaders) {
  write_table(file("t.xlsx"), {"Имя", "R&D <2>", "_x0041_"});
  const auto table = part(file("t.xlsx"), "xl/tables/table1.xml");
  EXPECT_THAT(table, HasSubstr("displayName=\"list\" ref=\"A1:C3\""));
  EXPECT_THAT(table, HasSubstr("<autoFilter ref=\"A1:C3\"/>"));
  EXPECT_THAT(table, HasSubstr("name=\"Имя\""));
  EXPECT_THAT(table, HasSubstr("name=\"R&amp;D &lt;2&gt;\""));
  EXPECT_THAT(table, HasSubstr("name=\"_x005F_x0041_\""));
  EXPECT_THAT(part(file("t.xlsx"), "xl/sharedStrings.xml"), HasSubstr("<t>_x005F_x0041_</t>"));
  // Names are unique within the workbook.
  EXPECT_THAT(part(file("t.xlsx"), "xl/tables/table2.xml"), HasSubstr("displayName=\"list_2\""));
}

TEST_F(WorkbookTest, HeadersThatCannotNameColumnsGiveAFilterAlone) {
  for (const std::vector<std::string>& headers :
       {std::vector<std::string>{"Да", "да"}, std::vector<std::string>{"Имя", ""}}) {
    write_table(file("t.xlsx"), headers);
    EXPECT_EQ(part(file("t.xlsx"), "xl/tables/table1.xml"), "");
    EXPECT_THAT(part(file("t.xlsx"), "xl/worksheets/sheet1.xml"),
                HasSubstr("<autoFilter ref=\"A1:B3\"/>"));
  }
}

TEST_F(WorkbookTest, TableWithoutRowsIsItsHeaderAlone) {
  write_table(file("t.xlsx"), {"Имя", "Число"}, 0);
  EXPECT_EQ(part(file("t.xlsx"), "xl/tables/table1.xml"), "");
  EXPECT_THAT(part(file("t.xlsx"), "xl/sharedStrings.xml"), HasSubstr("<t>Число</t>"));
}

TEST_F(WorkbookTest, ReferenceNamesCellsForFormulasOfOtherSheets) {
  EXPECT_EQ(reference({"Лист «А»", 5, 4, 7, 4}), "'Лист «А»'!$E$6:$E$8");
  EXPECT_EQ(reference({"О'Нил", 0, 0, 1, 1}), "'О''Нил'!$A$1:$B$2");
}

}  // namespace
}  // namespace metodaktiv::workbook
