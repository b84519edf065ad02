#include "tabular/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Rows as «number:cell|cell».
class Collector : public RowSink {
 public:
  bool row(std::int64_t number, std::span<const Cell> cells) override {
    std::string text = std::to_string(number) + ":";
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? "|" : "") + cells[i].text;
    rows.push_back(text);
    return true;
  }
  void file_problem(std::int64_t row, Problem problem) override {
    problems.push_back(std::to_string(row) + ":" + problem.code);
  }
  void cut_short() override { complete = false; }

  std::vector<std::string> rows;
  std::vector<std::string> problems;
  bool complete = true;
};

Collector tokenize(std::string_view text, char separator = ',', std::size_t piece = 1) {
  Collector out;
  CsvTokenizer tokenizer(separator, out);
  for (std::size_t i = 0; i < text.size(); i += piece) {
    if (!tokenizer.feed(text.substr(i, piece))) return out;
  }
  tokenizer.finish();
  return out;
}

class CsvFile : public ::testing::Test {
 protected:
  CsvFile()
      : path_(std::filesystem::temp_directory_path() /
              ("metodaktiv-csv-" + std::to_string(::getpid()) + "-" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name())) {}
  ~CsvFile() override { std::filesystem::remove(path_); }

  Collector read(std::string_view bytes, const CsvOptions& options = {}) {
    std::ofstream(path_, std::ios::binary) << bytes;
    Collector out;
    read_csv(path_, options, out);
    return out;
  }
  std::filesystem::path path_;
};

TEST(CsvTokenizer, ReadsQuotesSeparatorsAndLineEndsInsideCells) {
  const auto out = tokenize("a,b\r\n\"x,\"\"y\"\"\",\"line 1\r\nline 2\"\r\n");
  EXPECT_THAT(out.rows, ElementsAre("1:a|b", "2:x,\"y\"|line 1\nline 2"));
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST(CsvTokenizer, GivesTheSameForPiecesOfAnySize) {
  const std::string text = "a,b\r\n\"1\r\n2\",\"q\"\"q\"\r\n\r\nлё,\n";
  const auto whole = tokenize(text, ',', text.size());
  for (std::size_t piece = 1; piece < 9; ++piece) {
    EXPECT_EQ(tokenize(text, ',', piece).rows, whole.rows) << piece;
  }
  EXPECT_THAT(whole.rows, ElementsAre("1:a|b", "2:1\n2|q\"q", "4:лё|"));
}

TEST(CsvTokenizer, CountsBlankRowsAsASpreadsheetDoes) {
  EXPECT_THAT(tokenize("a\n\n\nb\rc").rows, ElementsAre("1:a", "4:b", "5:c"));
}

TEST(CsvTokenizer, KeepsEmptyCells) {
  EXPECT_THAT(tokenize("a,,\n,,\n\"\"\n").rows, ElementsAre("1:a||", "2:||", "3:"));
}

TEST(CsvTokenizer, TakesQuotesInsideUnquotedTextLiterally) {
  const auto out = tokenize("МБОУ \"Школа\",b\n");
  EXPECT_THAT(out.rows, ElementsAre("1:МБОУ \"Школа\"|b"));
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST(CsvTokenizer, ReportsTheRowWhereAQuoteIsNotClosed) {
  const auto out = tokenize("a,b\n1,2\n3,\"open\n5,6\n");
  EXPECT_THAT(out.rows, ElementsAre("1:a|b", "2:1|2"));
  EXPECT_THAT(out.problems, ElementsAre("3:quote"));
  EXPECT_FALSE(out.complete);
}

TEST(CsvTokenizer, ReportsTextAfterAClosingQuoteOncePerRow) {
  const auto out = tokenize("\"a\"b,\"c\"d\n\"e\" ,f\n");
  EXPECT_THAT(out.rows, ElementsAre("1:ab|cd", "2:e |f"));
  EXPECT_THAT(out.problems, ElementsAre("1:quote"));
}

TEST(CsvTokenizer, StopsAtCellsAndRowsOverTheLimits) {
  auto out = tokenize("a\n\"" + std::string(kMaxCsvCellBytes + 10, 'x'), ',', 100000);
  EXPECT_THAT(out.problems, ElementsAre("2:quote"));
  out = tokenize("a\n" + std::string(kMaxCsvCellBytes + 10, 'x'), ',', 100000);
  EXPECT_THAT(out.problems, ElementsAre("2:limit"));
  out = tokenize(std::string(kMaxColumns + 10, ','), ',', 100000);
  EXPECT_THAT(out.problems, ElementsAre("1:limit"));
  EXPECT_FALSE(out.complete);
}

TEST_F(CsvFile, GuessesTheSeparator) {
  EXPECT_THAT(read("a;b;c\n1,5;2;\"x;y\"\n").rows, ElementsAre("1:a|b|c", "2:1,5|2|x;y"));
  EXPECT_THAT(read("a\tb\n1,5;7\t2\n").rows, ElementsAre("1:a|b", "2:1,5;7|2"));
  EXPECT_THAT(read("a,b\n1;2,3\n").rows, ElementsAre("1:a|b", "2:1;2|3"));
  EXPECT_THAT(read("a\n1;2,3\n").rows, ElementsAre("1:a", "2:1;2|3"));
}

TEST_F(CsvFile, ObeysAnExplicitSeparatorLine) {
  EXPECT_THAT(read("sep=;\na;b\n1;2\n").rows, ElementsAre("2:a|b", "3:1|2"));
}

TEST_F(CsvFile, ObeysOptions) {
  CsvOptions options;
  options.separator = ';';
  EXPECT_THAT(read("a,b\n", options).rows, ElementsAre("1:a,b"));
}

TEST_F(CsvFile, DropsTheByteOrderMark) {
  EXPECT_THAT(read("\xEF\xBB\xBF\"код\",имя\n").rows, ElementsAre("1:код|имя"));
}

TEST_F(CsvFile, ReadsWindows1251) {
  // «Код;Имя» / «№ 5;Ёлка»
  EXPECT_THAT(read("\xCA\xEE\xE4;\xC8\xEC\xFF\r\n\xB9 5;\xA8\xEB\xEA\xE0\r\n").rows,
              ElementsAre("1:Код|Имя", "2:№ 5|Ёлка"));
}

TEST_F(CsvFile, TellsOldRussianCharsetsApartByTheirLetters) {
  // «код;название», «sever;Северный муниципальный округ»
  const std::string cp866 =
      "\xAA\xAE\xA4;\xAD\xA0\xA7\xA2\xA0\xAD\xA8\xA5\nsever;\x91\xA5\xA2\xA5\xE0\xAD\xEB\xA9 "
      "\xAC\xE3\xAD\xA8\xE6\xA8\xAF\xA0\xAB\xEC\xAD\xEB\xA9 \xAE\xAA\xE0\xE3\xA3\n";
  const std::string koi8 =
      "\xCB\xCF\xC4;\xCE\xC1\xDA\xD7\xC1\xCE\xC9\xC5\nsever;\xF3\xC5\xD7\xC5\xD2\xCE\xD9\xCA "
      "\xCD\xD5\xCE\xC9\xC3\xC9\xD0\xC1\xCC\xD8\xCE\xD9\xCA \xCF\xCB\xD2\xD5\xC7\n";
  const std::string cp1251 =
      "\xEA\xEE\xE4;\xED\xE0\xE7\xE2\xE0\xED\xE8\xE5\nsever;\xD1\xE5\xE2\xE5\xF0\xED\xFB\xE9 "
      "\xEC\xF3\xED\xE8\xF6\xE8\xEF\xE0\xEB\xFC\xED\xFB\xE9 \xEE\xEA\xF0\xF3\xE3\n";
  for (const auto& bytes : {cp866, koi8, cp1251}) {
    EXPECT_THAT(read(bytes).rows,
                ElementsAre("1:код|название", "2:sever|Северный муниципальный округ"));
  }
}

TEST_F(CsvFile, ReadsUtf16OfBothOrders) {
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char16_t unit : std::u16string(u"я,😀\nб,\"q\"\n")) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  EXPECT_THAT(read(little).rows, ElementsAre("1:я|😀", "2:б|q"));
  EXPECT_THAT(read(big).rows, ElementsAre("1:я|😀", "2:б|q"));
}

TEST_F(CsvFile, KeepsDamageVisibleInsteadOfTakingTheFileForWindows1251) {
  EXPECT_THAT(read("имя,слово\nоля,\xFF\n").rows, ElementsAre("1:имя|слово", "2:оля|\uFFFD"));
}

TEST_F(CsvFile, ReadsAcrossPiecesOfTheFile) {
  std::string bytes = "код,имя\n";
  while (bytes.size() < 3 * 1024 * 1024) bytes += "щ1,ёжик\n";
  const auto out = read(bytes);
  ASSERT_GT(out.rows.size(), 100000U);
  EXPECT_EQ(out.rows.back().substr(out.rows.back().find(':')), ":щ1|ёжик");
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST_F(CsvFile, RefusesWhatIsNoText) {
  for (const std::string_view bytes :
       {std::string_view("PK\x03\x04zip"), std::string_view("\xD0\xCF\x11\xE0xls"),
        std::string_view("a,b\0c\n", 6)}) {
    const auto out = read(bytes);
    EXPECT_THAT(out.problems, ElementsAre("0:format"));
    EXPECT_THAT(out.rows, IsEmpty());
    EXPECT_FALSE(out.complete);
  }
}

}  // namespace
}  // namespace metodaktiv::tabular
