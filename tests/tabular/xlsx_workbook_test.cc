// The structure of a workbook: its sheets, where their parts lie, its epoch.
#include "tabular/xlsx_workbook.h"

#include <gmock/gmock.h>

#include "tabular/relationships.h"
#include "tabular/workbook_file.h"

namespace metodaktiv::tabular {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto kOneCell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

class XlsxWorkbookTest : public WorkbookTest {
 protected:
  std::vector<std::string> sheet_names(const WorkbookFile& file) {
    file.write(path_);
    const auto workbook = XlsxWorkbook::open(path_, problem);
    EXPECT_TRUE(workbook.has_value()) << problem.message;
    std::vector<std::string> out;
    if (!workbook) return out;
    for (const auto& sheet : workbook->sheets())
      out.push_back(sheet.name + (sheet.hidden ? " (hidden)" : ""));
    return out;
  }
};

TEST_F(XlsxWorkbookTest, SheetsStandInTheOrderOfTheirTabs) {
  WorkbookFile file;
  file.set("xl/workbook.xml",
           WorkbookFile::workbook(
               "<sheets><sheet name=\"Второй\" sheetId=\"2\" r:id=\"b\"/>"
               "<sheet name=\"Диаграмма\" sheetId=\"4\" r:id=\"d\"/>"
               "<sheet name=\"Первый\" sheetId=\"1\" state=\"hidden\" r:id=\"a\"/>"
               "<sheet name=\"Тайный\" sheetId=\"3\" state=\"veryHidden\" r:id=\"c\"/>"
               "</sheets>"));
  file.set("xl/_rels/workbook.xml.rels",
           WorkbookFile::relationships({{"a", "worksheet", "worksheets/sheet1.xml"},
                                        {"b", "worksheet", "worksheets/sheet2.xml"},
                                        {"c", "worksheet", "worksheets/sheet3.xml"},
                                        {"d", "chartsheet", "chartsheets/sheet1.xml"}}));
  file.rows("<row><c><v>1</v></c></row>");
  file.set("xl/worksheets/sheet2.xml", WorkbookFile::sheet("<row><c><v>2</v></c></row>"));
  file.set("xl/worksheets/sheet3.xml", WorkbookFile::sheet("<row><c><v>3</v></c></row>"));
  EXPECT_THAT(sheet_names(file), ElementsAre("Второй", "Первый (hidden)", "Тайный (hidden)"));
  EXPECT_THAT(read(2).rows, ElementsAre("1:n3"));
  EXPECT_THAT(read(0).rows, ElementsAre("1:n2"));
  EXPECT_THAT(read(1).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxWorkbookTest, ASheetMayBeReadAgain) {
  WorkbookFile().rows(kOneCell).write(path_);
  auto workbook = XlsxWorkbook::open(path_, problem);
  ASSERT_TRUE(workbook);
  for (int i = 0; i < 3; ++i) {
    RowTexts out;
    workbook->read(0, out);
    EXPECT_THAT(out.rows, ElementsAre("1:n1"));
  }
}

TEST_F(XlsxWorkbookTest, TargetsMayBeAbsoluteOrRelative) {
  EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets/a.xml"), "xl/worksheets/a.xml");
  EXPECT_EQ(resolved_target("xl/workbook.xml", "/xl/worksheets/a.xml"), "xl/worksheets/a.xml");
  EXPECT_EQ(resolved_target("xl/workbook.xml", "../data/./a.xml"), "data/a.xml");
  EXPECT_EQ(resolved_target("xl/workbook.xml", "../../../a.xml"), "a.xml");
  EXPECT_EQ(resolved_target("", "xl\\workbook.xml"), "xl/workbook.xml");

  WorkbookFile file;
  file.set("_rels/.rels",
           WorkbookFile::relationships({{"1", "officeDocument", "/XL/Workbook.xml"}}));
  file.set("xl/_rels/workbook.xml.rels",
           WorkbookFile::relationships({{"rId1", "worksheet", "/xl/worksheets/sheet1.xml"}}));
  file.rows(kOneCell);
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxWorkbookTest, ArchiveNamesMayHaveBackslashesAndAnyCase) {
  WorkbookFile file;
  file.rows(kOneCell);
  file.part("xl/worksheets/sheet1.xml").name = "xl\\Worksheets\\Sheet1.XML";
  file.part("xl/workbook.xml").name = "/xl/workbook.xml";
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxWorkbookTest, WithoutRootReferencesTheListOfKindsHelps) {
  WorkbookFile file;
  file.rows(kOneCell).remove("_rels/.rels");
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));

  file.part("xl/workbook.xml").name = "xl/book.xml";
  file.part("xl/_rels/workbook.xml.rels").name = "xl/_rels/book.xml.rels";
  EXPECT_EQ(refusal(file), "not-a-workbook");
  file.set("[Content_Types].xml",
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Override PartName=\"/xl/book.xml\" ContentType=\"application/"
           "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxWorkbookTest, LostReferencesAreDamage) {
  EXPECT_EQ(refusal(WorkbookFile().remove("xl/_rels/workbook.xml.rels")), "damaged");
  EXPECT_EQ(refusal(WorkbookFile().remove("xl/workbook.xml")), "damaged");
  EXPECT_EQ(refusal(WorkbookFile().remove("xl/sharedStrings.xml")), "damaged");
  WorkbookFile file;
  file.set("xl/_rels/workbook.xml.rels", WorkbookFile::relationships({}));
  EXPECT_EQ(refusal(file), "damaged");
}

TEST_F(XlsxWorkbookTest, ModulesOfMacrosAreNoSheets) {
  WorkbookFile file;
  file.rows(kOneCell);
  file.set("xl/workbook.xml",
           WorkbookFile::workbook("<sheets><sheet name=\"Модуль\" sheetId=\"2\" r:id=\"\"/>"
                                  "<sheet name=\"Лист1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"));
  EXPECT_THAT(sheet_names(file), ElementsAre("Лист1"));
}

TEST_F(XlsxWorkbookTest, WithoutItsStylesAWorkbookHasPlainNumbers) {
  WorkbookFile file;
  file.rows("<row><c s=\"1\"><v>45730</v></c></row>").remove("xl/styles.xml");
  EXPECT_THAT(read(file).rows, ElementsAre("1:n45730"));
}

TEST_F(XlsxWorkbookTest, ALostSheetIsReportedWhenRead) {
  const auto out = read(WorkbookFile().remove("xl/worksheets/sheet1.xml"));
  EXPECT_THAT(out.problems, ElementsAre("0:damaged"));
  EXPECT_FALSE(out.complete);
}

TEST_F(XlsxWorkbookTest, AWorkbookWithoutTablesIsNamed) {
  EXPECT_EQ(refusal(WorkbookFile().set("xl/workbook.xml", WorkbookFile::workbook("<sheets/>"))),
            "no-sheets");
}

TEST_F(XlsxWorkbookTest, HelpersUnderTheirUsualNamesNeedNoReference) {
  WorkbookFile file;
  file.set("xl/_rels/workbook.xml.rels",
           WorkbookFile::relationships({{"rId1", "worksheet", "worksheets/sheet1.xml"}}));
  file.strings("<si><t>текст</t></si>");
  file.set("xl/styles.xml", WorkbookFile::styles("", "<xf numFmtId=\"14\"/>"));
  file.rows("<row><c t=\"s\"><v>0</v></c><c><v>45730</v></c></row>");
  EXPECT_THAT(read(file).rows, ElementsAre("1:tтекст|d2025-03-14"));

  file.remove("xl/sharedStrings.xml").remove("xl/styles.xml");
  file.rows("<row><c><v>45730</v></c></row>");
  EXPECT_THAT(read(file).rows, ElementsAre("1:n45730"));
}

TEST_F(XlsxWorkbookTest, TheEpochIsTheWorkbooksOwnWord) {
  constexpr auto kSheets = R"(<sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets>)";
  WorkbookFile file;
  file.set("xl/styles.xml", WorkbookFile::styles("", "<xf numFmtId=\"14\"/>"));
  file.rows("<row><c s=\"0\"><v>44268</v></c></row>");
  const auto rows_with = [&](const std::string& properties) {
    file.set("xl/workbook.xml", WorkbookFile::workbook(properties + kSheets));
    return read(file).rows;
  };
  EXPECT_THAT(rows_with(""), ElementsAre("1:d2021-03-13"));
  EXPECT_THAT(rows_with("<workbookPr date1904=\"1\"/>"), ElementsAre("1:d2025-03-14"));
  EXPECT_THAT(rows_with("<workbookPr date1904=\"true\"/>"), ElementsAre("1:d2025-03-14"));
  EXPECT_THAT(rows_with("<workbookPr date1904=\"0\"/>"), ElementsAre("1:d2021-03-13"));
  // The same name under another prefix or deeper is another thing.
  EXPECT_THAT(rows_with("<x15:workbookPr date1904=\"1\"/>"), ElementsAre("1:d2021-03-13"));
  EXPECT_THAT(rows_with("<extLst><ext><x15:workbookPr date1904=\"1\"/>"
                        "<workbookPr date1904=\"1\"/></ext></extLst>"),
              ElementsAre("1:d2021-03-13"));
  EXPECT_THAT(rows_with("<workbookPr date1904=\"1\"/><x15:workbookPr date1904=\"0\"/>"),
              ElementsAre("1:d2025-03-14"));
}

TEST_F(XlsxWorkbookTest, StrictWorkbooksHaveOtherAddresses) {
  WorkbookFile file;
  file.strings("<si><t>строгий</t></si>");
  file.rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
  const auto replace = [](std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  };
  for (auto& part : file.parts) {
    replace(part.bytes, WorkbookFile::kMain, "http://purl.oclc.org/ooxml/spreadsheetml/main");
    replace(part.bytes, WorkbookFile::kRelations,
            "http://purl.oclc.org/ooxml/officeDocument/relationships");
  }
  EXPECT_THAT(read(file).rows, ElementsAre("1:tстрогий"));
}

TEST_F(XlsxWorkbookTest, AnEmptySheetHasNoRows) {
  const auto out = read(WorkbookFile());
  EXPECT_THAT(out.rows, IsEmpty());
  EXPECT_THAT(out.problems, IsEmpty());
  EXPECT_TRUE(out.complete);
}

TEST_F(XlsxWorkbookTest, PartsMayBeUtf16) {
  WorkbookFile file;
  const std::string xml = WorkbookFile::sheet(kOneCell);
  std::string wide = "\xFF\xFE";
  for (const char c : xml) wide += {c, '\0'};
  file.set("xl/worksheets/sheet1.xml", wide);
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

}  // namespace
}  // namespace metodaktiv::tabular
