// Workbooks that no table editor makes: each is refused with a problem, in bounded time and memory.
#include <gmock/gmock.h>

#include <chrono>

#include "tabular/limits.h"
#include "tabular/workbook_file.h"

namespace metodaktiv::tabular {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class XlsxHostile : public WorkbookTest {
 protected:
  /// The problems of the only sheet, which must not be complete.
  std::vector<std::string> cut(const WorkbookFile& file) {
    file.write(path_);
    return cut();
  }
  std::vector<std::string> cut() {
    last = read();
    EXPECT_FALSE(last.complete);
    return last.problems;
  }
  std::vector<std::string> cut_rows(const std::string& xml) {
    return cut(WorkbookFile().rows(xml));
  }

  /// Overwrites bytes at every place where `mark` stands.
  void patch(const std::string& mark, std::size_t offset, const std::string& with) {
    std::string all = bytes();
    std::size_t found = 0;
    for (auto at = all.find(mark); at != std::string::npos; at = all.find(mark, at + 1)) {
      all.replace(at + offset, with.size(), with);
      ++found;
    }
    ASSERT_GT(found, 0U);
    write(all);
  }

  /// Changes the unpacked size that the archive's directory declares for a part.
  void declare_size(const std::string& name, std::uint64_t size) {
    constexpr std::size_t kRecord = 46;
    constexpr std::size_t kSizeField = 24;
    std::string all = bytes();
    const auto at = all.rfind(name);
    ASSERT_NE(at, std::string::npos);
    for (std::size_t i = 0; i < 4; ++i)
      all[at - kRecord + kSizeField + i] = static_cast<char>(size >> (8 * i) & 0xFF);
    write(all);
  }

  RowTexts last;
};

TEST_F(XlsxHostile, EveryTruncationIsRefused) {
  WorkbookFile().rows("<row><c><v>1</v></c></row>").write(path_);
  const std::string whole = bytes();
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    write(std::string_view(whole).substr(0, size));
    const std::string code = refusal();
    EXPECT_TRUE(code == "damaged" || code == "not-a-workbook") << size << ": " << code;
  }
}

TEST_F(XlsxHostile, ATruncatedPartIsDamage) {
  WorkbookFile file;
  file.set("xl/worksheets/sheet1.xml",
           WorkbookFile::sheet("<row><c><v>1</v></c></row>").substr(0, 120));
  EXPECT_THAT(cut(file), ElementsAre("0:damaged"));
  EXPECT_THAT(last.last_problem.message, HasSubstr("sheet1.xml"));
}

TEST_F(XlsxHostile, AWrongChecksumShowsAtTheEnd) {
  WorkbookFile file;
  file.rows("<row><c><v>1234</v></c></row>");
  for (auto& part : file.parts) part.stored = true;
  file.write(path_);
  patch("<v>1234</v>", 3, "9999");
  EXPECT_THAT(cut(), ElementsAre("0:damaged"));
  EXPECT_THAT(last.rows, ElementsAre("1:n9999"));  // delivered before the end was seen
  EXPECT_THAT(last.last_problem.message, HasSubstr("контрольная сумма"));

  file.strings("<si><t>метка</t></si>").write(path_);
  patch("<t>метка", 3, "М");
  EXPECT_EQ(refusal(), "damaged");
}

TEST_F(XlsxHostile, AWrongSizeIsDamage) {
  WorkbookFile file;
  file.rows("<row><c><v>1</v></c></row>");
  for (const std::uint64_t size : {16U, 100'000U}) {
    file.write(path_);
    declare_size("xl/worksheets/sheet1.xml", size);
    EXPECT_THAT(cut(), ElementsAre("0:damaged")) << size;
  }
}

TEST_F(XlsxHostile, EncryptedPartsAreRefused) {
  WorkbookFile file;
  file.part("xl/worksheets/sheet1.xml").encrypted = true;
  EXPECT_EQ(refusal(file), "unsafe");
  EXPECT_THAT(problem.message, HasSubstr("зашифрована"));

  // The bare flag, without a cipher.
  WorkbookFile().write(path_);
  patch(std::string("PK\x01\x02", 4), 8, "\x01");
  EXPECT_EQ(refusal(), "unsafe");
}

TEST_F(XlsxHostile, UnusualCompressionIsRefused) {
  WorkbookFile().write(path_);
  patch(std::string("PK\x01\x02", 4), 10, "\x0C");  // bzip2
  EXPECT_EQ(refusal(), "unsafe");
  EXPECT_THAT(problem.message, HasSubstr("сжата"));
}

TEST_F(XlsxHostile, DuplicatePartsAreRefused) {
  WorkbookFile file;
  file.set("xl/worksheets/sheet2.xml", WorkbookFile::sheet("<row><c><v>2</v></c></row>"));
  file.write(path_);
  patch("xl/worksheets/sheet2.xml", 19, "1");
  EXPECT_EQ(refusal(), "unsafe");
  EXPECT_THAT(problem.message, HasSubstr("дважды"));

  WorkbookFile other_case;
  other_case.parts.push_back({"XL/Workbook.xml", "<x/>"});
  EXPECT_EQ(refusal(other_case), "unsafe");
}

TEST_F(XlsxHostile, TooManyEntriesAreRefused) {
  WorkbookFile file;
  for (std::uint64_t i = 0; i <= kMaxEntries; ++i)
    file.parts.push_back({"junk/" + std::to_string(i), "", false, true});
  EXPECT_EQ(refusal(file), "limit");
}

TEST_F(XlsxHostile, DeclaredBombsAreRefusedBeforeUnpacking) {
  WorkbookFile file;
  file.set("a.png", "a").set("b.png", "b");
  file.write(path_);
  declare_size("a.png", kMaxPartBytes);
  EXPECT_EQ(refusal(), "");
  declare_size("b.png", kMaxAllPartsBytes - kMaxPartBytes);
  EXPECT_EQ(refusal(), "limit");
  EXPECT_THAT(problem.message, HasSubstr("384"));
  declare_size("b.png", 0);
  declare_size("a.png", kMaxPartBytes + 1);
  EXPECT_EQ(refusal(), "limit");
  EXPECT_THAT(problem.message, HasSubstr("256"));
}

TEST_F(XlsxHostile, ABombThatDeclaresLittleStopsAtWhatItDeclares) {
  WorkbookFile file;
  file.rows("<row><c><v>1</v></c></row>" + std::string(std::size_t{30} << 20, ' '));
  file.write(path_);
  declare_size("xl/worksheets/sheet1.xml", 255);
  EXPECT_THAT(cut(), ElementsAre("0:damaged"));
}

TEST_F(XlsxHostile, AFileAboveTheLimitIsRefused) {
  WorkbookFile().write(path_);
  std::filesystem::resize_file(path_, kMaxWorkbookBytes + 1);
  EXPECT_EQ(refusal(), "limit");
}

TEST_F(XlsxHostile, TooManySheetsAreRefused) {
  std::string sheets;
  for (std::size_t i = 0; i <= kMaxSheets; ++i)
    sheets += "<sheet name=\"" + std::to_string(i) + "\" sheetId=\"1\" r:id=\"rId1\"/>";
  EXPECT_EQ(refusal(WorkbookFile().set("xl/workbook.xml",
                                       WorkbookFile::workbook("<sheets>" + sheets + "</sheets>"))),
            "limit");
}

TEST_F(XlsxHostile, DocumentTypesAndEntitiesAreRefused) {
  const std::string sheet = WorkbookFile::sheet("<row><c t=\"str\"><v>&a;</v></c></row>");
  for (const auto* dtd :
       {"<!DOCTYPE worksheet>", "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE worksheet [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY a "
        "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"}) {
    EXPECT_THAT(cut(WorkbookFile().set("xl/worksheets/sheet1.xml", dtd + sheet)),
                ElementsAre("0:unsafe"));
    EXPECT_THAT(last.rows, IsEmpty());
  }
  EXPECT_THAT(cut(WorkbookFile().set("xl/worksheets/sheet1.xml", sheet)), ElementsAre("0:damaged"));
  EXPECT_EQ(refusal(WorkbookFile().set("xl/workbook.xml",
                                       "<!DOCTYPE workbook>" + WorkbookFile::workbook(""))),
            "unsafe");
}

TEST_F(XlsxHostile, DeepNestingIsRefused) {
  std::string open;
  for (int i = 0; i < 100'000; ++i) open += "<a>";
  EXPECT_THAT(cut_rows("<row><c><v>1</v></c></row>" + open), ElementsAre("0:unsafe"));
  EXPECT_THAT(last.last_problem.message, HasSubstr("вложенность"));
}

TEST_F(XlsxHostile, AHugeTokenIsRefusedSoon) {
  const auto start = std::chrono::steady_clock::now();
  const std::string huge(std::size_t{20} << 20, 'a');
  for (const auto& xml : {"<row><c r=\"" + huge + "\"/></row>", "<!--" + huge + "-->",
                          "<?pi " + huge + "?>", "<" + huge + "/>"}) {
    EXPECT_THAT(cut_rows(xml), ElementsAre(::testing::EndsWith(":unsafe"))) << xml.substr(0, 20);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST_F(XlsxHostile, ALongTextIsNoHugeToken) {
  // Text comes in pieces: only its length counts.
  EXPECT_THAT(
      cut_rows("<row><c t=\"str\"><v>" + std::string(std::size_t{8} << 20, 'a') + "</v></c></row>"),
      ElementsAre("1:limit"));
}

TEST_F(XlsxHostile, InventedNamesDoNotEatMemory) {
  std::string names;
  for (int i = 0; i < 1'000'000; ++i) names += "<a" + std::to_string(i) + "/>";
  EXPECT_THAT(cut_rows(names), ElementsAre("0:unsafe"));
  EXPECT_THAT(last.last_problem.message, HasSubstr("памяти"));
  // The bound is given back.
  EXPECT_THAT(read(WorkbookFile().rows("<row><c><v>1</v></c></row>")).rows, ElementsAre("1:n1"));
}

TEST_F(XlsxHostile, AbsurdReferencesCutTheSheetShort) {
  for (const auto* xml : {"<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row r=\"-1\"/>",
                          "<row r=\"99999999999999999999\"/>", "<row r=\"x\"/>"})
    EXPECT_THAT(cut_rows(xml), ElementsAre("0:damaged")) << xml;
  for (const auto* name : {"XFE1", "A0", "A99999999999999999999", "ZZZZZZZZZZ1", "1A", "A2", ""}) {
    EXPECT_THAT(cut_rows("<row r=\"1\"><c r=\"" + std::string(name) + "\"><v>1</v></c></row>"),
                ElementsAre("1:damaged"))
        << name;
  }
}

TEST_F(XlsxHostile, RowsMustAscend) {
  EXPECT_THAT(cut_rows("<row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>2</v></c></row>"),
              ElementsAre("5:damaged"));
  EXPECT_THAT(last.rows, ElementsAre("5:n1"));
  EXPECT_THAT(cut_rows("<row r=\"5\"/><row r=\"5\"/>"), ElementsAre("5:damaged"));
}

TEST_F(XlsxHostile, MoreRowsThanASheetHasAreDamage) {
  std::string rows;
  for (int i = 0; i < 1'048'577; ++i) rows += "<row/>";
  EXPECT_THAT(cut_rows(rows), ElementsAre("1048576:damaged"));
}

TEST_F(XlsxHostile, ElementsWithoutEndAreOverTheLimit) {
  std::string cells;
  for (std::size_t i = 0; i < kMaxXmlElements; ++i) cells += "<c/>";
  EXPECT_THAT(cut_rows(cells), ElementsAre("0:limit"));
}

TEST_F(XlsxHostile, ACellWrittenTwiceIsDamage) {
  EXPECT_THAT(cut_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"),
              ElementsAre("1:damaged"));
}

TEST_F(XlsxHostile, ALostSharedStringIsDamage) {
  for (const auto* index : {"1", "-1", "99999999999999999999", "x", "0x0"}) {
    EXPECT_THAT(cut(WorkbookFile()
                        .strings("<si><t>a</t></si>")
                        .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>" + std::string(index) +
                              "</v></c></row>")),
                ElementsAre("1:damaged"))
        << index;
  }
}

TEST_F(XlsxHostile, ManyCellsOfOneLongTextAreBounded) {
  // 20,000 references to one text of 32,767 characters: 655 MB if all were delivered.
  class Sink : public RowSink {
   public:
    bool row(std::int64_t, std::span<const Cell> cells) override {
      for (const auto& cell : cells) bytes += cell.text.size();
      return true;
    }
    void file_problem(std::int64_t, Problem problem) override { code = problem.code; }
    void cut_short() override {}
    std::uint64_t bytes = 0;
    std::string code;
  };
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
  WorkbookFile()
      .strings("<si><t>" + std::string(kMaxCellCharacters, 'x') + "</t></si>")
      .rows(rows)
      .write(path_);
  auto workbook = XlsxWorkbook::open(path_, problem);
  ASSERT_TRUE(workbook);
  Sink sink;
  workbook->read(0, sink);
  EXPECT_EQ(sink.code, "limit");
  EXPECT_LE(sink.bytes, kMaxDeliveredBytes);
}

TEST_F(XlsxHostile, OtherPartsInTheirPlaceAreDamage) {
  EXPECT_THAT(cut(WorkbookFile().set("xl/worksheets/sheet1.xml", "<chartsheet/>")),
              ElementsAre("0:damaged"));
  EXPECT_EQ(refusal(WorkbookFile().set("xl/sharedStrings.xml", "<x/>")), "damaged");
  EXPECT_EQ(refusal(WorkbookFile().set("xl/styles.xml", "<x/>")), "damaged");
  EXPECT_EQ(refusal(WorkbookFile().set("xl/workbook.xml", "not xml")), "damaged");
}

}  // namespace
}  // namespace metodaktiv::tabular
