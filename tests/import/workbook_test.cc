#include "workbook/workbook.h"

#include "config/form_stamp.h"
#include "import/import_fixture.h"

namespace metodaktiv::import {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class WorkbookImport : public ImportFixture {
 protected:
  using Rows = std::vector<std::vector<std::string>>;

  std::filesystem::path path(const std::string& name) {
    std::filesystem::create_directories(folder_ / "in");
    return folder_ / "in" / name;
  }
  static void write(workbook::Sheet sheet, const Rows& rows) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < rows[r].size(); ++c)
        sheet.text(static_cast<int>(r), static_cast<int>(c), rows[r][c]);
    }
  }
};

TEST_F(WorkbookImport, ReadsSheetsByTitleWithATitleBlockAboveTheHeader) {
  write_basics();
  workbook::Workbook book(path("severny.xlsx"), {});
  write(book.add_sheet("О форме"), {{"Сбор данных"}});
  write(book.add_sheet("ПЕДАГОГИЧЕСКИЕ  работники"),
        {{"Педагогические работники"},
         {},
         {"Заполняет методическая служба", "", "до 25 сентября"},
         {"Код *", "Организация *", "ФАМИЛИЯ*", "Имя", "Основной предмет", "Замечания"},
         {"t-7", "Школа № 1 [school-1]", "Ким", "Анна", "math", "пройдено"},
         {"", "", "", "", "", ""}});
  book.save();
  auto db = registry();
  const auto report = run(db);
  EXPECT_EQ(all_text(report), "");
  EXPECT_EQ(cells(db, "SELECT organization, last_name FROM teachers WHERE code = 't-7'"),
            "school-1|Ким\n");
}

TEST_F(WorkbookImport, NamesTheCell) {
  write_basics();
  workbook::Workbook book(path("severny.xlsx"), {});
  write(
      book.add_sheet("assessments"),
      {{"teacher", "school_year", "level"}, {"t-1", "2024/2025", "high"}, {"t-1", "2025", "low"}});
  book.save();
  auto db = registry();
  EXPECT_THAT(all_text(run(db)), HasSubstr("severny.xlsx, лист «assessments», B3 («Учебный год»)"));
}

TEST_F(WorkbookImport, DatesAreDatesAndTurnedTextIsAFinding) {
  write_basics();
  workbook::Workbook book(path("forms.xlsx"), {});
  workbook::Style date_style;
  date_style.number_format = "dd.mm.yyyy";
  const auto format = book.format(date_style);
  auto teachers = book.add_sheet("teachers");
  write(teachers,
        {{"code", "organization", "last_name", "first_name", "subject", "birth_date", "position"},
         {"t-1", "school-1", "Иванова", "Анна", "math"},
         {"t-2", "school-1", "Петров", "Олег", "math"}});
  teachers.date(1, 5, base::Date(1990, 2, 3), format);
  teachers.number(2, 5, 32907);
  teachers.date(2, 6, base::Date(2001, 1, 1), format);
  book.save();
  std::filesystem::remove(folder_ / "in" / "teachers.csv");
  auto db = registry();
  const auto report = run(db);
  EXPECT_THAT(places(report),
              ElementsAre("forms.xlsx:3:Дата рождения:date", "forms.xlsx:3:Должность:date_cell"));
  EXPECT_THAT(all_text(report), HasSubstr("превратил значение в дату 01.01.2001"));
}

TEST_F(WorkbookImport, UnknownSheetsAreRemarkedOn) {
  write_basics();
  workbook::Workbook book(path("forms.xlsx"), {});
  write(book.add_sheet("Предметы"), {{"code", "area", "name"}, {"phys", "Е", "Физика"}});
  write(book.add_sheet("Черновик"), {{"что-то"}});
  book.add_sheet("Лист3");
  book.save();
  workbook::Workbook other(path("other.xlsx"), {});
  write(other.add_sheet("Лист1"), {{"что-то"}});
  other.save();
  auto db = registry();
  const auto report = run(db);
  EXPECT_THAT(places(report), ElementsAre("forms.xlsx:0::table", "other.xlsx:0::table"));
  EXPECT_EQ(report.findings.count(base::Severity::kWarning), 1U);
}

TEST_F(WorkbookImport, AWorkbookOfOneSheetMayBeNamedByItsTable) {
  workbook::Workbook book(path("subjects.xlsx"), {});
  write(book.add_sheet("Лист1"), {{"code", "area", "name"}, {"phys", "Е", "Физика"}});
  book.save();
  auto db = registry();
  EXPECT_EQ(all_text(run(db)), "");
  EXPECT_EQ(cells(db, "SELECT code FROM subjects"), "phys\n");
}

TEST_F(WorkbookImport, AFormMayOnlyHoldRowsOfItsMunicipality) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  clear_files();
  workbook::Workbook book(path("form.xlsx"), {});
  write(book.add_sheet("О форме"),
        {{"Форма"}, {config::to_text({"yug", "2026-11-22", "2026-12-01", "abcd"})}});
  write(book.add_sheet("organizations"),
        {{"code", "municipality", "name", "kind"}, {"school-1", "sever", "Чужая", "school"}});
  book.save();
  ImportOptions options;
  options.time = "2026-11-22T07:23:00Z";
  options.checksum = [](const std::filesystem::path&) { return "sum"; };
  EXPECT_THAT(places(run(db, options)), ElementsAre("form.xlsx:2:Муниципалитет:municipality"));
  options.municipality = "sever";
  EXPECT_THAT(places(run(db, options)), ElementsAre("form.xlsx:0::municipality"));
}

TEST_F(WorkbookImport, AFormThatComesBackUntouchedIsNotedOnce) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  clear_files();
  workbook::Workbook book(path("form.xlsx"), {});
  write(book.add_sheet("О форме"), {{config::to_text({"sever", "2026-11-22", "", "abcd"})}});
  write(book.add_sheet("organizations"),
        {{"code", "municipality", "name", "kind"}, {"school-1", "sever", "Школа № 1", "school"}});
  book.save();
  ImportOptions options;
  options.time = "2026-11-22T07:23:00Z";
  options.checksum = [](const std::filesystem::path&) { return "sum"; };
  ASSERT_TRUE(run(db, options).applied);
  ASSERT_TRUE(run(db, options).applied);
  EXPECT_EQ(cells(db, "SELECT municipality, form_made_on, taken FROM journal_files"),
            "sever|2026-11-22|1\n");
}

TEST_F(WorkbookImport, ReferencesMayBeGivenByName) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  clear_files();
  file("assessments.csv",
       "teacher,school_year,level\nИВАНОВА Анна,2024/2025,high\nНикто Такой,2024/2025,high\n");
  EXPECT_THAT(places(run(db)), ElementsAre("assessments.csv:3:Педагог:code"));
  file("assessments.csv", "teacher,school_year,level\nИванова  Анна,2024/2025,high\n");
  ASSERT_TRUE(run(db).applied);
  EXPECT_EQ(cells(db, "SELECT teacher FROM assessments"), "t-1\n");
}

TEST_F(WorkbookImport, DataAboveTheHeaderIsAnError) {
  workbook::Workbook book(path("forms.xlsx"), {});
  write(book.add_sheet("subjects"),
        {{"math", "Математика", "Алгебра"}, {"code", "area", "name"}, {"phys", "Е", "Физика"}});
  book.save();
  auto db = registry();
  const auto report = run(db);
  EXPECT_THAT(places(report), ElementsAre("forms.xlsx:1::above_header"));
  EXPECT_FALSE(report.applied);
}

TEST_F(WorkbookImport, CellsMergedDownTheRowsAreAnError) {
  workbook::Workbook book(path("forms.xlsx"), {});
  auto sheet = book.add_sheet("subjects");
  sheet.merge(0, 0, 0, 2, "Предметы", {});
  write(sheet, {{}, {"code", "area", "name"}, {"phys", "", "Физика"}, {"chem", "", "Химия"}});
  sheet.merge(2, 1, 3, 1, "Естествознание", {});
  book.save();
  auto db = registry();
  EXPECT_THAT(places(run(db)), Contains("forms.xlsx:3:Предметная область:merged"));
}

TEST_F(WorkbookImport, ARenamedSheetIsNotPassedOver) {
  write_basics();
  workbook::Workbook book(path("forms.xlsx"), {});
  write(book.add_sheet("Предметы"), {{"code", "area", "name"}, {"phys", "Е", "Физика"}});
  write(book.add_sheet("Наши школы"),
        {{"Код *", "Муниципалитет *", "Название *", "Вид *"}, {"s-5", "sever", "Школа", "school"}});
  book.save();
  auto db = registry();
  const auto report = run(db);
  EXPECT_THAT(places(report), ElementsAre("forms.xlsx:0::table"));
  EXPECT_TRUE(report.findings.has_errors());
  EXPECT_THAT(all_text(report), HasSubstr("«Образовательные организации»"));
}

}  // namespace
}  // namespace metodaktiv::import
