#include "forms/collection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "base/error.h"
#include "base/files.h"
#include "config/form_stamp.h"
#include "config/ownership.h"
#include "support/small_registry.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;
using tabular::Cell;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kRows = R"sql(
UPDATE organizations SET short_name = 'Школа 1', remote = 1, site = 'https://a.example.ru' WHERE code = 'alpha-1';
INSERT INTO teachers (code, organization, last_name, first_name, patronymic, birth_date, subject, category, position)
  VALUES ('t-1', 'alpha-1', 'Ёлкина', 'Анна', 'Петровна', '1990-02-03', 'maths', 'highest', '12/03'),
         ('t-2', 'alpha-1', 'Абрамова', 'Ева', NULL, NULL, 'russian', NULL, NULL),
         ('t-9', 'beta-1', 'Чужая', 'Вера', NULL, NULL, 'russian', NULL, NULL);
INSERT INTO methodists (code, last_name, first_name, municipality, subject, roles, assessment_level)
  VALUES ('m-1', 'Белова', 'Ия', 'alpha', 'maths', 'tutor|наблюдатель', 'high'),
         ('m-9', 'Дальний', 'Лев', 'beta', 'russian', NULL, NULL);
INSERT INTO ioms (code, teacher, methodist, school_year, stage, status)
  VALUES ('iom-1', 't-1', 'm-9', '2024/2025', 2, 'agreed');
INSERT INTO iom_activities (iom, section, title, hours) VALUES ('iom-1', '1.1', 'Чтение', 2.5);
INSERT INTO ums_tasks (municipality, function, period) VALUES ('alpha', '1.1.1', 'I квартал');
INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year)
  VALUES ('short', 'alpha', 'Короткая', 'pedagogical', 'Суть', '  отступ', 'draft', 2025),
         ('long', 'alpha', 'Длинная', 'pedagogical', 'Суть', printf('%.*c', 40000, 'x'), 'draft', 2025);
INSERT INTO post_course (teacher, program, surveyed_on, valued)
  VALUES ('t-1', 'Курс', '2025-02-01', printf('%.*c', 40000, 'x'));
)sql";

/// The cells of a sheet by their place.
class Sheet : public tabular::RowSink {
 public:
  bool row(std::int64_t number, std::span<const Cell> cells) override {
    rows[number].assign(cells.begin(), cells.end());
    return true;
  }
  void file_problem(std::int64_t, tabular::Problem problem) override { FAIL() << problem.message; }
  void cut_short() override { FAIL() << "cut short"; }

  [[nodiscard]] std::vector<std::string> texts(std::int64_t number) const {
    std::vector<std::string> result;
    const auto found = rows.find(number);
    if (found == rows.end()) return result;
    for (const auto& cell : found->second) result.push_back(cell.text);
    return result;
  }
  /// The cell of a row under a header that begins with `title`.
  [[nodiscard]] Cell under(const std::string& title, std::int64_t number) const {
    const auto headers = texts(kHeader);
    for (std::size_t i = 0; i < headers.size(); ++i) {
      if (!headers[i].starts_with(title)) continue;
      const auto& cells = rows.at(number);
      return i < cells.size() ? cells[i] : Cell{};
    }
    ADD_FAILURE() << "no column " << title;
    return {};
  }
  [[nodiscard]] std::string all() const {
    std::string text;
    for (const auto& [number, cells] : rows) {
      for (const auto& cell : cells) text += cell.text + "\n";
    }
    return text;
  }

  static constexpr std::int64_t kHeader = 3;
  std::map<std::int64_t, std::vector<Cell>> rows;
};

std::map<std::string, Sheet> read_sheets(const fs::path& file) {
  tabular::Problem problem;
  auto book = tabular::XlsxWorkbook::open(file, problem);
  EXPECT_TRUE(book) << problem.message;
  std::map<std::string, Sheet> sheets;
  if (!book) return sheets;
  for (std::size_t i = 0; i < book->sheets().size(); ++i)
    book->read(i, sheets[book->sheets()[i].name]);
  return sheets;
}

class CollectionTest : public testing::Test {
 protected:
  CollectionTest()
      : folder_("collection"),
        registry_(test::make_registry(folder_, std::string(test::kPlaces) + kRows)),
        forms_(config::load_form_definitions(test::project_folder() / "data" / "forms")),
        profile_(config::load_region_profile(test::project_folder() / "data" / "regions",
                                             "moscow-oblast")) {
    options_.made_on = base::Date(2026, 8, 20);
    options_.due_on = base::Date(2026, 9, 25);
  }
  std::vector<CollectionForm> make(const char* out = "out") {
    return make_collection_forms(registry_, forms_, profile_, folder_.path() / out, options_);
  }
  [[nodiscard]] fs::path file(const char* code, const char* out = "out") const {
    return folder_.path() / out / (std::string(code) + ".xlsx");
  }
  std::string usage_error() {
    try {
      make();
    } catch (const base::UsageError& e) {
      return e.what();
    }
    return {};
  }

  test::TempFolder folder_;
  fs::path registry_;
  std::vector<config::FormDefinition> forms_;
  config::RegionProfile profile_;
  CollectionOptions options_;
};

TEST_F(CollectionTest, OneWorkbookPerMunicipalityWithItsOwnRows) {
  const auto made = make();
  ASSERT_EQ(made.size(), 3U);
  EXPECT_EQ(made[0].municipality, "alpha");
  EXPECT_EQ(made[0].name, "Альфа");
  EXPECT_EQ(made[0].file, file("alpha"));
  EXPECT_EQ(made[0].layout, config::layout_version(forms_));
  EXPECT_THAT(made[0].tables, Not(Contains("subjects")));
  EXPECT_EQ(made[0].tables.front(), "municipalities");
  EXPECT_EQ(made[0].rows, 10);  // every row above but the long practice
  const auto sheets = read_sheets(file("alpha"));
  EXPECT_EQ(sheets.at("Педагогические работники").rows.size(), 5U);  // 3 above, 2 teachers
  for (const auto& [name, sheet] : sheets)
    EXPECT_THAT(sheet.all(), Not(HasSubstr("Чужая"))) << name;
}

TEST_F(CollectionTest, CellsHoldWhatPeopleRead) {
  make();
  const auto sheets = read_sheets(file("alpha"));
  const auto& teachers = sheets.at("Педагогические работники");
  EXPECT_EQ(teachers.under("Код", 4).text, "t-1");
  EXPECT_EQ(teachers.under("Организация", 4).text, "Школа 1 [alpha-1]");
  EXPECT_EQ(teachers.under("Дата рождения", 4), (Cell{Cell::Kind::kDate, "1990-02-03"}));
  EXPECT_EQ(teachers.under("Квалификационная", 4).text, "высшая категория");
  EXPECT_EQ(teachers.under("Должность", 4), (Cell{Cell::Kind::kText, "12/03"}));
  EXPECT_EQ(teachers.under("Отчество", 5).text, "");
  EXPECT_EQ(sheets.at("Образовательные организации").under("Труднодоступная", 4).text, "да");
  const auto& ioms = sheets.at("ИОМ");
  EXPECT_EQ(ioms.under("Педагог", 4).text, "Ёлкина Анна Петровна [t-1]");
  EXPECT_EQ(ioms.under("Методист", 4).text, "Дальний Лев [m-9]");  // of another municipality
  EXPECT_EQ(ioms.under("Этап", 4), (Cell{Cell::Kind::kNumber, "2"}));
  const auto& activities = sheets.at("Мероприятия ИОМ");
  EXPECT_EQ(activities.under("ИОМ", 4).text, "Ёлкина Анна Петровна, 2024/2025 [iom-1]");
  EXPECT_EQ(activities.under("Часы", 4), (Cell{Cell::Kind::kNumber, "2.5"}));
  EXPECT_THAT(sheets.at("Исполнение функционала УМС").under("Функция", 4).text,
              testing::StartsWith("1.1.1 "));
  // A key that the profile does not know stands as it is.
  EXPECT_THAT(sheets.at("Региональные методисты").under("Роли", 4).text,
              testing::EndsWith("|наблюдатель"));
  EXPECT_EQ(sheets.at("Банк практик").under("Описание", 4).text, "  отступ");
}

TEST_F(CollectionTest, HeadersAreTitlesAndRequiredOnesAreMarked) {
  make();
  const auto sheets = read_sheets(file("alpha"));
  EXPECT_EQ(sheets.at("Кандидаты в РМА").texts(1).front(), "Кандидаты в РМА");
  const auto headers = sheets.at("Согласия на распространение").texts(Sheet::kHeader);
  EXPECT_THAT(headers,
              ElementsAre("Методист\u00A0*", "Сведения\u00A0*", "Сайт", "Дата согласия\u00A0*",
                          "Действует до", "Дата отзыва", "Документ"));
  const auto practice = sheets.at("Банк практик").texts(Sheet::kHeader);
  EXPECT_THAT(practice, Not(Contains("Файл описания")));  // only for import
}

TEST_F(CollectionTest, WhatDoesNotFitACellIsLeftOutAndTheCoverSaysSo) {
  make();
  const auto sheets = read_sheets(file("alpha"));
  const auto& practices = sheets.at("Банк практик");
  EXPECT_EQ(practices.rows.size(), 4U);
  EXPECT_EQ(practices.under("Адрес", 4).text, "short");
  const auto post_course = sheets.at("МОТОР").texts(Sheet::kHeader);
  EXPECT_THAT(post_course, Not(Contains("Что оказалось важным")));
  EXPECT_EQ(sheets.at("МОТОР").under("Программа", 4).text, "Курс");
  const auto cover = sheets.at("О форме").all();
  EXPECT_THAT(cover, HasSubstr("На листе «МОТОР» нет столбца «Что оказалось важным»"));
  EXPECT_THAT(cover, HasSubstr("На листе «Банк практик» не показана 1\u00A0строка"));
}

TEST_F(CollectionTest, TheCoverTellsWhatWhenAndToWhom) {
  profile_.operator_.email = "center@region.example";
  make();
  const auto cover = read_sheets(file("alpha")).at("О форме");
  const auto text = cover.all();
  EXPECT_THAT(text, HasSubstr("Сбор данных: Альфа, 2026/2027 учебный год"));
  EXPECT_THAT(text, HasSubstr("до 25\u00A0сентября\u00A02026"));
  EXPECT_THAT(text, HasSubstr(profile_.operator_.short_name));
  EXPECT_THAT(text, HasSubstr("center@region.example"));
  EXPECT_THAT(text, HasSubstr("152-ФЗ"));
  const auto stamp = config::parse_form_stamp(cover.rows.rbegin()->second.front().text);
  ASSERT_TRUE(stamp);
  EXPECT_EQ(*stamp, (config::FormStamp{"alpha", "2026-08-20", "2026-09-25",
                                       config::layout_version(forms_)}));
}

TEST_F(CollectionTest, ListsOfferTheMunicipalitysOwnRowsAndTheRegionsTables) {
  make();
  const auto lists = read_sheets(file("alpha")).at("Списки");
  std::map<std::string, std::vector<std::string>> by_heading;
  const auto headings = lists.texts(1);
  for (const auto& [number, cells] : lists.rows) {
    if (number == 1) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].text.empty()) by_heading[headings[i]].push_back(cells[i].text);
    }
  }
  EXPECT_THAT(by_heading["teachers"],
              ElementsAre("Абрамова Ева [t-2]", "Ёлкина Анна Петровна [t-1]"));
  EXPECT_THAT(by_heading["municipalities"], ElementsAre("Альфа [alpha]"));
  EXPECT_THAT(by_heading["subjects"], ElementsAre("математика [maths]", "русский язык [russian]"));
  EXPECT_THAT(by_heading["Учебный год"],
              ElementsAre("2023/2024", "2024/2025", "2025/2026", "2026/2027", "2027/2028"));
}

TEST_F(CollectionTest, ListsAreHidden) {
  make();
  tabular::Problem problem;
  auto book = tabular::XlsxWorkbook::open(file("beta"), problem);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->sheets().front().name, config::kCoverSheet);
  EXPECT_EQ(book->sheets().back().name, config::kListsSheet);
  EXPECT_TRUE(book->sheets().back().hidden);
  EXPECT_FALSE(book->sheets().front().hidden);
}

TEST_F(CollectionTest, SameBytesWhateverTheNumberOfJobs) {
  options_.jobs = 1;
  make("one");
  options_.jobs = 4;
  make("four");
  for (const char* code : {"alpha", "beta", "gamma"})
    EXPECT_EQ(base::read_file(file(code, "one")), base::read_file(file(code, "four"))) << code;
}

TEST_F(CollectionTest, OnlyTheChosenMunicipalitiesAndTables) {
  options_.municipalities = {"gamma", "alpha"};
  options_.tables = {"methodists", "педагогические  работники"};
  const auto made = make();
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[1].municipality, "gamma");
  EXPECT_THAT(made[0].tables, ElementsAre("teachers", "methodists"));
  EXPECT_FALSE(fs::exists(file("beta")));
  EXPECT_EQ(read_sheets(file("gamma")).size(), 4U);  // cover, two tables, lists
}

TEST_F(CollectionTest, UnknownCodesAreAnsweredWithNearOnes) {
  options_.municipalities = {"alhpa"};
  EXPECT_THAT(usage_error(), AllOf(HasSubstr("alhpa"), HasSubstr("«alpha»")));
  options_.municipalities = {};
  options_.tables = {"teacher"};
  EXPECT_THAT(usage_error(), AllOf(HasSubstr("«teacher»"), HasSubstr("«teachers»")));
  options_.tables = {"subjects"};
  EXPECT_THAT(usage_error(), HasSubstr("для региона в целом"));
  EXPECT_FALSE(fs::exists(folder_.path() / "out"));
}

TEST_F(CollectionTest, AFailureLeavesTheFolderAsItWas) {
  make();
  const auto before = base::read_file(file("alpha"));
  fs::remove(file("gamma"));
  fs::create_directory(file("gamma"));
  options_.made_on = base::Date(2026, 8, 21);
  EXPECT_THROW(make(), base::Failure);
  EXPECT_EQ(base::read_file(file("alpha")), before);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_.path() / "out"))
    names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, testing::UnorderedElementsAre("alpha.xlsx", "beta.xlsx", "gamma.xlsx"));
}

TEST_F(CollectionTest, ARegistryWithoutMunicipalitiesIsAFailure) {
  const test::TempFolder empty("collection-empty");
  const auto registry = test::make_registry(empty, "");
  EXPECT_THROW(make_collection_forms(registry, forms_, profile_, empty.path() / "out", options_),
               base::Failure);
}

}  // namespace
}  // namespace metodaktiv::forms
