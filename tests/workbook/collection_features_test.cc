// Validations, names, protection and default formats, read back from the package's parts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

#include "workbook/cell_text.h"
#include "workbook/workbook.h"

namespace metodaktiv::workbook {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CollectionFeatures : public testing::Test {
 protected:
  void SetUp() override {
    file_ = std::filesystem::temp_directory_path() /
            ("metodaktiv-features-" + std::to_string(::getpid()) + ".xlsx");
  }
  void TearDown() override { std::filesystem::remove(file_); }

  void write(const std::function<void(Workbook&, Sheet&)>& fill) {
    Workbook book(file_, {"", "", "", "", "", base::Date(2026, 10, 15)});
    Sheet sheet = book.add_sheet("Лист");
    fill(book, sheet);
    book.save();
  }
  [[nodiscard]] std::string part(const std::string& name) const {
    const std::string command =
        "python3 -c 'import sys, zipfile; "
        "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' '" +
        file_.string() + "' '" + name + "'";
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      text.append(buffer, n);
    ::pclose(pipe);
    return text;
  }
  [[nodiscard]] std::string sheet() const { return part("xl/worksheets/sheet1.xml"); }

  std::filesystem::path file_;
};

TEST_F(CollectionFeatures, AListComesFromANamedRangeOfAHiddenSheet) {
  write([](Workbook& book, Sheet& sheet) {
    Sheet lists = book.add_sheet("Списки, «тайные»");
    lists.text(0, 1, "первое");
    lists.text(1, 1, "второе");
    book.define_name("choices", lists.range(0, 1, 1, 1));
    lists.hide();
    Validation rule;
    rule.kind = ValidationKind::kList;
    rule.list_name = "choices";
    rule.error_title = "Нет в списке";
    sheet.validate(3, 2, 99, 2, rule);
  });
  EXPECT_THAT(part("xl/workbook.xml"),
              AllOf(HasSubstr("<definedName name=\"choices\">'Списки, «тайные»'!$B$1:$B$2<"),
                    HasSubstr("state=\"hidden\"")));
  EXPECT_THAT(sheet(),
              AllOf(HasSubstr("type=\"list\""), HasSubstr("sqref=\"C4:C100\""),
                    HasSubstr("<formula1>choices</formula1>"),
                    HasSubstr("errorTitle=\"Нет в списке\""), Not(HasSubstr("errorStyle"))));
}

TEST_F(CollectionFeatures, EachKindOfValidationHasItsBounds) {
  write([](Workbook&, Sheet& sheet) {
    Validation rule;
    rule.kind = ValidationKind::kWhole;
    rule.least = -5;
    rule.most = 12;
    sheet.validate(0, 0, 0, 0, rule);
    rule.kind = ValidationKind::kDecimal;
    rule.most = 2.5;
    sheet.validate(0, 1, 0, 1, rule);
    rule.kind = ValidationKind::kDate;
    rule.first = base::Date(1900, 1, 1);
    rule.last = base::Date(2100, 12, 31);
    sheet.validate(0, 2, 0, 2, rule);
    rule.kind = ValidationKind::kTextLength;
    rule.least = 0;
    rule.most = 300;
    sheet.validate(0, 3, 0, 3, rule);
    rule.kind = ValidationKind::kList;
    rule.values = {"да", "нет"};
    sheet.validate(0, 4, 0, 4, rule);
  });
  const auto xml = sheet();
  EXPECT_THAT(xml, HasSubstr("type=\"whole\""));
  EXPECT_THAT(xml, HasSubstr("<formula1>-5</formula1><formula2>12</formula2>"));
  EXPECT_THAT(xml, HasSubstr("<formula1>-5</formula1><formula2>2.5</formula2>"));
  EXPECT_THAT(xml, HasSubstr("type=\"date\""));
  EXPECT_THAT(xml, HasSubstr("<formula1>1</formula1><formula2>73415</formula2>"));
  EXPECT_THAT(xml, HasSubstr("type=\"textLength\""));
  EXPECT_THAT(xml, HasSubstr("<formula1>\"да,нет\"</formula1>"));
}

TEST_F(CollectionFeatures, AWarningAsksAndAnOfferSaysNothing) {
  write([](Workbook&, Sheet& sheet) {
    Validation rule;
    rule.kind = ValidationKind::kTextLength;
    rule.most = 3;
    rule.on_invalid = OnInvalid::kWarn;
    sheet.validate(0, 0, 0, 0, rule);
    rule.on_invalid = OnInvalid::kAccept;
    sheet.validate(0, 1, 0, 1, rule);
  });
  const auto xml = sheet();
  const auto second = xml.find("<dataValidation ", xml.find("<dataValidation ") + 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_THAT(xml.substr(0, second), HasSubstr("errorStyle=\"warning\""));
  EXPECT_THAT(xml.substr(0, second), HasSubstr("showErrorMessage=\"1\""));
  EXPECT_THAT(xml.substr(second), Not(HasSubstr("showErrorMessage")));
}

TEST_F(CollectionFeatures, LongMessagesAreCutInsteadOfRefused) {
  std::string letters;
  for (int i = 0; i < 400; ++i) letters += "щ";
  write([&](Workbook&, Sheet& sheet) {
    Validation rule;
    rule.input_title = rule.input_text = rule.error_title = rule.error_text = letters;
    sheet.validate(0, 0, 0, 0, rule);
  });
  const auto xml = sheet();
  std::string title;
  for (std::size_t i = 1; i < kPromptTitleLimit; ++i) title += "щ";
  EXPECT_THAT(xml, HasSubstr("promptTitle=\"" + title + "…\""));
}

TEST_F(CollectionFeatures, ARuleWithNothingToSayIsNotWritten) {
  write([](Workbook&, Sheet& sheet) { sheet.validate(0, 0, 9, 9, {}); });
  EXPECT_THAT(sheet(), Not(HasSubstr("dataValidation")));
}

TEST_F(CollectionFeatures, ProtectionAllowsWhatItNamesAndHasNoPassword) {
  write([](Workbook& book, Sheet& sheet) {
    Style open;
    open.unlocked = true;
    sheet.column(0, 2, 10, book.format(open));
    Protection allowed;
    allowed.insert_rows = allowed.sort = allowed.autofilter = true;
    sheet.protect(allowed);
  });
  // In the file an attribute 0 means allowed.
  EXPECT_THAT(sheet(),
              AllOf(HasSubstr("<sheetProtection sheet=\"1\""), HasSubstr("insertRows=\"0\""),
                    HasSubstr("sort=\"0\""), HasSubstr("autoFilter=\"0\""),
                    Not(HasSubstr("deleteRows")), Not(HasSubstr("password"))));
  EXPECT_THAT(sheet(), HasSubstr("<col min=\"1\" max=\"3\" width=\"10.7109375\" style=\"1\""));
  EXPECT_THAT(part("xl/styles.xml"), HasSubstr("<protection locked=\"0\"/>"));
}

TEST_F(CollectionFeatures, DatesBeforeMarch1900AreThoseThatExcelShows) {
  write([](Workbook&, Sheet& sheet) {
    sheet.date(0, 0, base::Date(1900, 1, 1));
    sheet.date(1, 0, base::Date(1900, 2, 28));
    sheet.date(2, 0, base::Date(1900, 3, 1));
  });
  EXPECT_THAT(sheet(),
              AllOf(HasSubstr("<v>1</v>"), HasSubstr("<v>59</v>"), HasSubstr("<v>61</v>")));
}

TEST(FitsCell, TellsWhetherATextComesBackAsItIs) {
  EXPECT_TRUE(fits_cell("обычный текст\nв две строки"));
  EXPECT_TRUE(fits_cell("буквы _x0041_ остаются буквами"));
  EXPECT_TRUE(fits_cell(std::string(32767, 'a')));
  EXPECT_FALSE(fits_cell(std::string(32768, 'a')));
  EXPECT_FALSE(fits_cell("управляющий \x01 знак"));
  EXPECT_TRUE(fits_cell("щщщ", 3));
  EXPECT_FALSE(fits_cell("щщщщ", 3));
  EXPECT_FALSE(fits_cell("😀😀", 3));  // two units each
}

}  // namespace
}  // namespace metodaktiv::workbook
