// Cells of a sheet: what each way of storing a value comes out as.
#include <gmock/gmock.h>

#include "tabular/limits.h"
#include "tabular/workbook_file.h"

namespace metodaktiv::tabular {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class XlsxCells : public WorkbookTest {
 protected:
  RowTexts read_rows(const std::string& xml) { return read(WorkbookFile().rows(xml)); }
};

TEST_F(XlsxCells, SharedStringsJoinRunsAndSkipPhonetics) {
  WorkbookFile file;
  file.strings(
      "<si><t>Иванова</t></si>"
      "<si><r><rPr><b/></rPr><t>Ан</t></r><r><t xml:space=\"preserve\">на </t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>НЕТ</t></rPh><phoneticPr fontId=\"1\"/></si>"
      "<si/><si><t/></si><si><t>a_x0041_b</t></si><si><t>  край </t></si>");
  file.rows(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c>"
      "<c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>5</v></c></row>");
  EXPECT_THAT(read(file).rows, ElementsAre("1:tИванова|tАнна |||taAb|t  край "));
}

TEST_F(XlsxCells, InlineStringsMayBeRich) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>один</t></is></c>"
      "<c r=\"B1\" t=\"inlineStr\"><is><r><t>д</t></r><r><t>ва</t></r><rPh><t>x</t></rPh></is></c>"
      "<c r=\"C1\"><is><t>три</t></is></c><c r=\"D1\" "
      "t=\"inlineStr\"><is><t>_x000D_\nA</t></is></c>"
      "<c r=\"E1\" t=\"inlineStr\"><v>пять</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:tодин|tдва|tтри|t\nA|tпять"));
}

TEST_F(XlsxCells, NumbersAreDigitsWithoutExponent) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\"><v>79161234567</v></c><c r=\"B1\" "
      "t=\"n\"><v>7.9161234567E+10</v></c>"
      "<c r=\"C1\"><v>0.1</v></c><c r=\"D1\"><v>-1.5E-3</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:n79161234567|n79161234567|n0.1|n-0.0015"));
}

TEST_F(XlsxCells, WhatIsNoNumberStaysText) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\"><v>nan</v></c><c r=\"B1\"><v>inf</v></c>"
      "<c r=\"C1\" t=\"str\"><v>1\xC2\xA0"
      "234,56</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:tnan|tinf|t1\xC2\xA0"
                                    "234,56"));
}

TEST_F(XlsxCells, BooleansErrorsAndCachedResults) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><f>1=2</f><v>0</v></c>"
      "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"D1\" t=\"str\"><f>A1</f><v>да</v></c>"
      "<c r=\"E1\"><f>1+1</f><v>2</v></c><c r=\"F1\" t=\"b\"><v>true</v></c>"
      "<c r=\"G1\" t=\"e\"><v>#N/A</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:b1|b0|e#DIV/0!|tда|n2|b1|e#N/A"));
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST_F(XlsxCells, AFormulaWithoutResultIsAProblemOncePerRow) {
  const auto out = read_rows(
      "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\"><f>1+1</f></c>"
      "<c r=\"C2\" t=\"str\"><f>\"\"</f><v></v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><f>1</f></c><c r=\"B3\"><v>1</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("3:|n1"));
  EXPECT_THAT(out.problems, ElementsAre("2:formula", "3:formula"));
  EXPECT_THAT(out.last_problem.message, HasSubstr("A3"));
  EXPECT_TRUE(out.complete);
}

TEST_F(XlsxCells, DatesAreKnownByTheirStyle) {
  WorkbookFile file;
  file.set(
      "xl/styles.xml",
      WorkbookFile::styles(
          "<numFmt numFmtId=\"164\" formatCode=\"[$-419]d\\ mmmm\\ yyyy;@\"/>"
          "<numFmt numFmtId=\"165\" formatCode=\"0&quot; days&quot;\"/>",
          "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
          "<xf numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/>"));
  file.rows(
      "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>45730</v></c><c r=\"B1\" s=\"1\"><v>45730</v></c>"
      "<c r=\"C1\" s=\"2\"><v>45730</v></c><c r=\"D1\" s=\"3\"><v>45730</v></c>"
      "<c r=\"E1\" s=\"4\"><v>45730.5</v></c><c r=\"F1\" s=\"5\"><v>0.5</v></c>"
      "<c r=\"G1\" s=\"6\"><v>1.5</v></c><c r=\"H1\" s=\"1\"><v>-5</v></c>"
      "<c r=\"I1\" s=\"99\"><v>45730</v></c><c r=\"J1\" s=\"1\" t=\"b\"><v>1</v></c></row>");
  EXPECT_THAT(read(file).rows,
              ElementsAre("1:n45730|d2025-03-14|d2025-03-14|n45730|"
                          "d2025-03-14T12:00:00|d12:00:00|d36:00:00|n-5|n45730|b1"));
}

TEST_F(XlsxCells, IsoDatesOfStrictWorkbooks) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2025-03-14</v></c>"
      "<c r=\"B1\" t=\"d\"><v>2025-03-14T09:30:00.000</v></c><c r=\"C1\" "
      "t=\"d\"><v>завтра</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:d2025-03-14|d2025-03-14T09:30:00|tзавтра"));
}

TEST_F(XlsxCells, ReferencesMayBeLeftOut) {
  const auto out = read_rows(
      "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
      "<row><c><v>4</v></c><c r=\"D3\"><v>5</v></c><c><v>6</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:n1||n3", "3:n4|||n5|n6"));
}

TEST_F(XlsxCells, BlankStyledCellsAndRowsAreNotPassedOn) {
  const auto out = read_rows(
      "<row r=\"1\" s=\"1\" customFormat=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" "
      "s=\"1\"><v></v></c></row>"
      "<row r=\"5\"><c r=\"B5\"><v>1</v></c><c r=\"C5\" s=\"1\"/><c r=\"ZZ5\" s=\"1\"/></row>"
      "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>");
  EXPECT_THAT(out.rows, ElementsAre("5:|n1"));
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST_F(XlsxCells, CellsOfARowMayComeInAnyOrder) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>"
      "<row r=\"2\"><c r=\"B2\"><v>2</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:n1||n3", "2:|n2"));
}

TEST_F(XlsxCells, MergedCellsKeepTheirValueInTheFirst) {
  WorkbookFile file;
  std::string xml =
      WorkbookFile::sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"0\"/></row>");
  xml.insert(xml.find("</worksheet>"),
             "<mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells>");
  file.set("xl/worksheets/sheet1.xml", xml);
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxCells, OnlyElementsInTheirPlaceCount) {
  WorkbookFile file;
  file.set("xl/worksheets/sheet1.xml",
           std::string("<worksheet xmlns=\"") + WorkbookFile::kMain +
               "\" xmlns:x=\"urn:other\"><row r=\"9\"><c r=\"A9\"><v>9</v></c></row><sheetData>"
               "<x:row r=\"1\"><c r=\"A1\"><v>8</v></c></x:row>"
               "<row r=\"2\"><x:c r=\"A2\"><v>7</v></x:c><c "
               "r=\"B2\"><x:v>6</x:v><v>1<x:y>5</x:y></v></c>"
               "<extLst><ext><c><v>4</v></c></ext></extLst></row></sheetData>"
               "<extLst><sheetData><row r=\"3\"><c r=\"A3\"><v>3</v></c></row></sheetData></extLst>"
               "</worksheet>");
  const auto out = read(file);
  EXPECT_THAT(out.rows, ElementsAre("2:|n1"));
  EXPECT_TRUE(out.complete);
}

TEST_F(XlsxCells, AnyPrefixWillDo) {
  WorkbookFile file;
  file.set("xl/worksheets/sheet1.xml",
           std::string("<x:worksheet xmlns:x=\"") + WorkbookFile::kMain +
               "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row>"
               "</x:sheetData></x:worksheet>");
  EXPECT_THAT(read(file).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxCells, CommentsAndCdataBreakNothing) {
  const auto out =
      read_rows("<row r=\"1\"><c r=\"A1\"><v>1<!-- x -->2<![CDATA[3]]>&#52;</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("1:n1234"));
}

TEST_F(XlsxCells, ReadingStopsWhenTheSinkHasEnough) {
  WorkbookFile()
      .rows(
          "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>"
          "<row r=\"3\"><c><v>3</v></c></row>")
      .write(path_);
  const auto out = read(0, 2);
  EXPECT_THAT(out.rows, ElementsAre("1:n1", "2:n2"));
  EXPECT_TRUE(out.complete);
}

TEST_F(XlsxCells, ValuesBeyondTheLastColumnAreAProblemOnce) {
  const auto out = read_rows(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"IV1\"><v>256</v></c><c "
      "r=\"IW1\"><v>257</v></c></row>"
      "<row r=\"2\"><c r=\"IX2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>");
  ASSERT_EQ(out.rows.size(), 2U);
  EXPECT_EQ(out.rows[1], "3:n3");
  EXPECT_THAT(out.problems, ElementsAre("1:limit"));
  EXPECT_THAT(out.last_problem.message, HasSubstr("IW1"));
}

TEST_F(XlsxCells, RowsBeyondTheLastOneCutTheSheetShort) {
  const auto out =
      read_rows("<row r=\"200000\"><c><v>1</v></c></row><row r=\"200001\"><c><v>2</v></c></row>");
  EXPECT_THAT(out.rows, ElementsAre("200000:n1"));
  EXPECT_THAT(out.problems, ElementsAre("200001:limit"));
  EXPECT_FALSE(out.complete);
}

TEST_F(XlsxCells, ATextLongerThanAnyCellIsAProblem) {
  const std::string fits(kMaxCellCharacters, 'x');
  WorkbookFile file;
  file.strings("<si><t>" + fits + "</t></si><si><t>" + fits + "x</t></si>");
  file.rows("<row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c t=\"s\"><v>1</v></c></row>");
  auto out = read(file);
  EXPECT_THAT(out.rows, ElementsAre("1:t" + fits));
  EXPECT_THAT(out.problems, ElementsAre("2:limit"));
  EXPECT_THAT(out.last_problem.message, HasSubstr("A2"));

  for (const auto* type : {"str", "inlineStr"}) {
    out =
        read_rows("<row r=\"1\"><c t=\"" + std::string(type) + "\"><v>" + fits + "x</v></c></row>");
    EXPECT_THAT(out.problems, ElementsAre("1:limit")) << type;
  }
  out = read_rows("<row r=\"1\"><c t=\"inlineStr\"><is><t>" + fits + "x</t></is></c></row>");
  EXPECT_THAT(out.problems, ElementsAre("1:limit"));
}

TEST_F(XlsxCells, ATextThatIsLongOnlyInTheFileIsNoProblem) {
  std::string escaped;
  for (std::size_t i = 0; i < kMaxCellCharacters; ++i) escaped += "_x0041_";
  const std::string fits = "<c t=\"inlineStr\"><is><t>" + escaped +
                           "</t></is></c><c t=\"str\"><v>" + escaped + "</v></c>";
  const std::string text(kMaxCellCharacters, 'A');
  EXPECT_THAT(read_rows("<row>" + fits + "</row>").rows, ElementsAre("1:t" + text + "|t" + text));
  for (const auto* cell : {"<c t=\"inlineStr\"><is><t>", "<c t=\"str\"><v>"}) {
    const std::string end = cell[6] == 'i' ? "</t></is></c>" : "</v></c>";
    const auto out = read_rows("<row>" + (cell + escaped) + "B" + end + "</row>");
    EXPECT_THAT(out.problems, ElementsAre("1:limit")) << cell;
    EXPECT_THAT(out.rows, IsEmpty());
  }
  WorkbookFile file;
  file.strings("<si><t>" + escaped + "B</t></si>").rows("<row><c t=\"s\"><v>0</v></c></row>");
  EXPECT_THAT(read(file).problems, ElementsAre("1:limit"));
}

}  // namespace
}  // namespace metodaktiv::tabular
