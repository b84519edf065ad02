#include "reports/pack_letter.h"

#include <gmock/gmock.h>

#include "report_fixture.h"

namespace metodaktiv::reports {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class PackLetterTest : public ReportTest {
 protected:
  const PackLetter& letter(const std::string& code) {
    if (!sink_) write("out");
    for (const auto& letter : summary_.letters) {
      if (letter.municipality == code) return letter;
    }
    throw std::runtime_error("no letter to " + code);
  }
  /// With plain spaces instead of no-break ones.
  static std::string plain(std::string text) {
    const std::string space = "\u00A0";
    for (auto i = text.find(space); i != std::string::npos; i = text.find(space, i))
      text.replace(i, space.size(), " ");
    return text;
  }
};

TEST_F(PackLetterTest, OneToEveryMunicipality) {
  write("out");
  std::vector<std::string> codes;
  for (const auto& letter : summary_.letters) codes.push_back(letter.municipality);
  EXPECT_THAT(codes, ElementsAre("balashikha", "dalniy", "empty"));
}

TEST_F(PackLetterTest, SaysWhoseReportsOfWhatDate) {
  const auto& letter = this->letter("balashikha");
  EXPECT_EQ(letter.subject, "Отчёты о методической работе: Балашиха, на 15.10.2026");
  EXPECT_EQ(letter.folder, "Балашиха — отчёты на 15.10.2026");
  EXPECT_EQ(plain(letter.opening),
            "Здравствуйте!\n\nНаправляем отчёты о методической работе в городском округе Балашиха "
            "за 2026/2027 учебный год. Данные на 15 октября 2026 г.");
  EXPECT_EQ(letter.email, "");
  // Without cases in the profile the sentence does without them.
  EXPECT_THAT(
      this->letter("dalniy").opening,
      HasSubstr("отчёты о методической работе за 2026/2027 учебный год: Дальний (муниципальный "
                "округ). Данные"));
}

TEST_F(PackLetterTest, HeadlinesAreThoseOfTheReport) {
  std::string lines;
  for (const auto& line : letter("balashikha").headlines) lines += plain(line) + "\n";
  const auto report = text("balashikha/report.md");
  const auto from = report.find("Достигнуто ");
  ASSERT_NE(from, std::string::npos);
  const auto counts = report.substr(from, report.find(" из ", from) + 7 - from);
  EXPECT_THAT(lines, HasSubstr(counts));
  // Two tasks of the fixture are past their date; the one due today is not.
  EXPECT_THAT(
      lines, HasSubstr("Просрочены 2 задачи методической службы; самый давний срок — 30.09.2026."));
  EXPECT_THAT(lines, HasSubstr("В обязательном пакете документов не хватает "));
  EXPECT_THAT(lines, Not(HasSubstr("замечан"))) << "no inspection, no remarks";
}

TEST_F(PackLetterTest, NothingIsSaidOfWhatIsAllRight) {
  for (const auto& line : letter("dalniy").headlines) EXPECT_THAT(line, Not(HasSubstr("Просроч")));
}

TEST_F(PackLetterTest, TextTellsWhatEachFileIs) {
  const auto text = letter_text(letter("balashikha"), {"form-2.xlsx", "kpi.xlsx", "новый.txt"});
  EXPECT_THAT(text, HasSubstr("\nВ архиве balashikha.zip:\nkpi.xlsx — показатели"));
  EXPECT_THAT(text, HasSubstr("\nform-2.xlsx — форма 2: закрепление методистов за педагогами\n"
                              "новый.txt\n\nВ архиве персональные данные"));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("iom.xlsx")), Not(HasSubstr("  ")), Not(HasSubstr(".."))));
}

TEST_F(PackLetterTest, AddressComesFromTheRegistry) {
  registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
  db.execute(
      "UPDATE municipalities SET ums_email = ' ums@example.org ', ums_name = 'МБУ «Центр»' "
      "WHERE code = 'dalniy'",
      "проверка");
  EXPECT_EQ(letter("dalniy").email, "ums@example.org");
  EXPECT_EQ(letter("dalniy").service, "МБУ «Центр»");
}

}  // namespace
}  // namespace metodaktiv::reports
