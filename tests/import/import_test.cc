#include "import/import.h"

#include <fmt/format.h>

#include "import/import_fixture.h"
#include "import/limits.h"

namespace metodaktiv::import {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST_F(ImportFixture, LoadsRowsWhateverTheOrderOfFilesAndColumns) {
  write_basics();
  auto db = registry();
  const auto in = folder_ / "in";
  const auto report = run(db, {in / "teachers.csv", in / "organizations.csv", in / "methodists.csv",
                               in / "subjects.csv", in / "municipalities.csv"});
  ASSERT_THAT(places(report), IsEmpty());
  EXPECT_TRUE(report.applied);
  EXPECT_THAT(
      report.tables,
      ElementsAre(TableCount{"municipalities", 2, 2, 0, 0}, TableCount{"organizations", 1, 1, 0, 0},
                  TableCount{"subjects", 1, 1, 0, 0}, TableCount{"teachers", 2, 2, 0, 0},
                  TableCount{"methodists", 1, 1, 0, 0}));
  EXPECT_EQ(cells(db, "SELECT code, organization, last_name, patronymic FROM teachers"),
            "t-1|school-1|Иванова|~\nt-2|school-1|Петров|~\n");
}

TEST_F(ImportFixture, KnowsTablesColumnsAndValuesByTheirRussianNames) {
  write_basics();
  std::filesystem::remove(folder_ / "in" / "methodists.csv");
  file("Региональные методисты.csv",
       "\xEF\xBB\xBF"
       "имя;ФАМИЛИЯ; Код ;муниципалитет;Предмет;Квалификационная  категория;Роли;Дата включения\n"
       "Ольга;Сидорова;m-1;sever;math;Высшая категория;Тьютор|mentor;25.09.2023\n");
  auto db = registry();
  const auto report = run(db);
  ASSERT_EQ(all_text(report), "");
  EXPECT_EQ(cells(db, "SELECT code, last_name, category, roles, included_on FROM methodists"),
            "m-1|Сидорова|highest|tutor|mentor|2023-09-25\n");
}

TEST_F(ImportFixture, ReportsEverythingOfAllFilesInOneRunAndChangesNothing) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  const auto before =
      cells(db, "SELECT * FROM teachers") + cells(db, "SELECT * FROM municipalities");

  std::filesystem::remove_all(folder_ / "in");
  file("municipalities.csv",
       "code,name,ums_email,oktmo\nsever,Новое имя,не почта,123\n,Без кода,,\n");
  file("teachers.csv",
       "code;organization;last_name;first_name;subject;birth_date;manager\n"
       "\n"
       "t-1;school-1;Новая;Анна;math;31.02.1990;может быть\n"
       "t-9;school-404;;Анна;math;;\n"
       "t-9;school-1;Повтор;Анна;math;;\n");
  file("assessments.csv",
       "teacher,school_year,level\nt-1,2024/2026,высокий\nt-404,2024/2025,средний\n");
  const auto report = run(db);
  EXPECT_FALSE(report.applied);
  EXPECT_THAT(
      places(report),
      ElementsAre("assessments.csv:2:Учебный год:school_year",
                  "assessments.csv:3:Педагог:reference", "assessments.csv:3:Уровень:enum",
                  "municipalities.csv:2:Почта службы:email", "municipalities.csv:2:ОКТМО:pattern",
                  "municipalities.csv:3:Код:required", "teachers.csv:3:Дата рождения:date",
                  "teachers.csv:3:Управленческие кадры:boolean",
                  "teachers.csv:4:Организация:reference", "teachers.csv:4:Фамилия:required",
                  "teachers.csv:5:Код:repeated"));
  EXPECT_EQ(cells(db, "SELECT * FROM teachers") + cells(db, "SELECT * FROM municipalities"),
            before);
  EXPECT_THAT(all_text(report),
              HasSubstr("teachers.csv, строка 3, столбец «Дата рождения»: Такого дня нет в "
                        "календаре. Значение: «31.02.1990»."));
}

TEST_F(ImportFixture, UpdatesOnlyTheColumnsOfTheFile) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  std::filesystem::remove_all(folder_ / "in");
  file("municipalities.csv", "code,name,ums_phone\nsever,Северный,123\nvostok,Восточный,\n");
  ASSERT_TRUE(run(db).applied);
  file("municipalities.csv", "code,name,kind\nsever,Северный округ,город\nyug,Южный,\n");
  const auto report = run(db);
  ASSERT_TRUE(report.applied);
  EXPECT_THAT(report.tables,
              ElementsAre(TableCount{"municipalities", 2, 0, 1, 1, {{"name", 1}, {"kind", 1}}}));
  EXPECT_EQ(cells(db, "SELECT code, name, kind, ums_phone FROM municipalities"),
            "sever|Северный округ|город|123\nvostok|Восточный|~|~\nyug|Южный|~|~\n");
  file("municipalities.csv", "code,name,kind\nsever,Северный округ,\n");
  ASSERT_TRUE(run(db).applied);
  EXPECT_EQ(cells(db, "SELECT kind, ums_phone FROM municipalities WHERE code = 'sever'"),
            "~|123\n");
}

TEST_F(ImportFixture, ReimportReportsEverythingUnchanged) {
  write_basics();
  file("assignments.csv",
       "methodist,organization,school_year,subject,teachers_count\nm-1,school-1,2024/2025,,12\n"
       "m-1,school-1,2024/2025,math,3\n");
  file("courses.csv",
       "teacher,program,provider,hours,finished_on\nt-1,Курс,regional,\"36,5\",2024-11-15\n");
  file("assessments.csv", "teacher,school_year,level\nt-1,2024/2025,high\n");
  auto db = registry();
  ASSERT_EQ(all_text(run(db)), "");
  const auto again = run(db);
  ASSERT_TRUE(again.applied);
  for (const auto& count : again.tables) EXPECT_EQ(count.unchanged, count.rows) << count.table;
  EXPECT_EQ(cells(db, "SELECT count(*) FROM assignments"), "2\n");
  EXPECT_EQ(cells(db, "SELECT kind = '' FROM assessments"), "1\n");
}

TEST_F(ImportFixture, OptionalKeyColumnsTellRowsApart) {
  write_basics();
  file("assignments.csv",
       "methodist,organization,school_year,subject,teachers_count\nm-1,school-1,2024/2025,,12\n"
       "m-1,school-1,2024/2025,math,3\nm-1,school-1,2024/2025,,4\n");
  file("assessments.csv",
       "teacher,school_year,level,kind\nt-1,2024/2025,high,\nt-1,2024/"
       "2025,low,предметная\nt-1,2024/2025,low,\n");
  auto db = registry();
  EXPECT_THAT(
      places(run(db)),
      ElementsAre("assessments.csv:4:Педагог, Учебный год, Вид диагностики:repeated",
                  "assignments.csv:4:Методист, Организация, Предмет, Учебный год:repeated"));
}

TEST_F(ImportFixture, FindsRepeatsAcrossFilesOfOneTable) {
  write_basics();
  file("north/teachers.csv",
       "code,organization,last_name,first_name,subject\nt-2,school-1,А,Б,math\n");
  auto db = registry();
  const auto report = run(db, {folder_ / "in", folder_ / "in" / "north"});
  EXPECT_EQ(report.findings.count(base::Severity::kError), 1U);
  EXPECT_THAT(all_text(report), HasSubstr("Вложенная папка с таблицами не загружена"));
  EXPECT_THAT(all_text(report), HasSubstr("in/north/teachers.csv, строка 2"));
  EXPECT_THAT(all_text(report), HasSubstr("in/teachers.csv, строка 3"));
}

TEST_F(ImportFixture, JudgesTheHeader) {
  file("municipalities.csv", "code,nmae,kind,Вид,лишний\nsever,a,b,c,d\n");
  file("subjects.csv", "1,2,3\n4,5,6\n");
  file("territories.csv", "code\nsever\n");
  auto db = registry();
  const auto report = run(db);
  // One remark about «nmae»: what it is taken for is not missing as well.
  EXPECT_THAT(
      places(report),
      ElementsAre("municipalities.csv:1:nmae:column", "municipalities.csv:1:Вид:column_repeated",
                  "municipalities.csv:1:лишний:column", "subjects.csv:1::header",
                  "territories.csv:1:Название:column_missing"));
  EXPECT_THAT(all_text(report),
              HasSubstr("Возможно, имелось в виду «name»: исправьте название. Иначе удалите"));
}

TEST_F(ImportFixture, JudgesFilesThatAreNoTable) {
  const auto unknown = file("teechers.csv", "code\n1\n");
  const auto empty = file("subjects.csv", "\xEF\xBB\xBF\r\n\r\n");
  const auto zipped = file("territories.csv", "PK\x03\x04junk");
  const auto workbook = file("book.xlsx", "PK\x03\x04junk");
  auto db = registry();
  const auto report = run(db, {unknown, empty, zipped, workbook, folder_ / "absent.csv"});
  auto found = places(report);
  found.front() = found.front().substr(found.front().rfind('/') + 1);
  EXPECT_THAT(found, Contains("subjects.csv:0::empty"));
  EXPECT_THAT(found, Contains("territories.csv:0::damaged"));
  EXPECT_THAT(found, Contains("teechers.csv:0::table"));
  EXPECT_THAT(found, SizeIs(5));
  EXPECT_THAT(all_text(report), HasSubstr("Возможно, имелось в виду «teachers»"));
  EXPECT_THAT(all_text(report), HasSubstr("methodists («Региональные методисты»)"));
}

TEST_F(ImportFixture, ShowsValuesOnOneLineWithoutControlCharacters) {
  file("territories.csv", "code,name\n\"a\nb\x1B[2J\",А\n" + std::string(300, 'X') + ",Б\n");
  auto db = registry();
  const auto text = all_text(run(db));
  EXPECT_THAT(text, HasSubstr("«a b [2J»"));
  EXPECT_THAT(text, HasSubstr("«" + std::string(100, 'X') + "…»"));
}

TEST_F(ImportFixture, AHeaderAloneIsATableWithoutRows) {
  file("territories.csv", "code,name,center\n");
  auto db = registry();
  const auto report = run(db);
  EXPECT_TRUE(report.applied);
  EXPECT_THAT(report.tables, ElementsAre(TableCount{"territories", 0, 0, 0, 0}));
}

TEST_F(ImportFixture, AcceptsShortRowsAndReportsLongOnes) {
  file("territories.csv", "code,name,center\na,А\nb,Б,В,\nc,В,Г,лишнее\n");
  file("municipalities.csv", "code,name,,\nx,Икс,,\ny,Игрек,,что-то\nz,Зет,,ещё\n");
  auto db = registry();
  EXPECT_THAT(places(run(db)),
              ElementsAre("municipalities.csv:3::unnamed", "territories.csv:4::extra"));
}

TEST_F(ImportFixture, DoesNotBlameReferencesToRowsThatCouldNotBeRead) {
  write_basics();
  file("organizations.csv", "code,municipality,name,kind\nschool-1,sever,\"Школа,school\n");
  auto db = registry();
  EXPECT_THAT(places(run(db)), ElementsAre("organizations.csv:2::quote"));
}

TEST_F(ImportFixture, RowsWithMistakesStillCountAsReferenced) {
  write_basics();
  file("organizations.csv", "code,municipality,name,kind\nschool-1,sever,Школа,замок\n");
  auto db = registry();
  EXPECT_THAT(places(run(db)), ElementsAre("organizations.csv:2:Вид:enum"));
}

TEST_F(ImportFixture, CheckOnlyCountsAndChangesNothing) {
  write_basics();
  auto db = registry();
  const auto report = run(db, {folder_ / "in"}, true);
  EXPECT_FALSE(report.applied);
  EXPECT_THAT(report.tables, Contains(TableCount{"teachers", 2, 2, 0, 0}));
  EXPECT_EQ(cells(db, "SELECT count(*) FROM teachers"), "0\n");
  EXPECT_TRUE(run(db).applied);
}

TEST_F(ImportFixture, KeepsTheFirstFindingsAndCountsTheOthers) {
  std::string rows = "code,name\n";
  for (std::size_t i = 0; i < kMaxFindings + 500; ++i) rows += "Ы,Имя\n";
  file("territories.csv", rows);
  auto db = registry();
  const auto findings = run(db).findings.sorted();
  ASSERT_THAT(findings, SizeIs(kMaxFindings + 1));
  EXPECT_EQ(findings.back().message, "и ещё 500\u00A0замечаний.");
}

TEST_F(ImportFixture, ReadsBodiesFromFilesOfTheFolder) {
  write_basics();
  file("bodies/club.md", "\xEF\xBB\xBF## Задача\r\nТекст\r\n");
  file("practices.csv",
       "slug,municipality,title,kind,annotation,body,body_file,status,year\n"
       "club,sever,Клуб,pedagogical,Кратко,,bodies/club.md,published,2025\n"
       "other,sever,Ещё,управленческая,Кратко,Тело,,черновик,2024\n");
  auto db = registry();
  ASSERT_EQ(all_text(run(db)), "");
  EXPECT_EQ(cells(db, "SELECT slug, body FROM practices"), "club|## Задача\nТекст\n\nother|Тело\n");
  file("bodies/club.md", "Новый текст");
  EXPECT_THAT(run(db).tables, Contains(TableCount{"practices", 2, 0, 1, 1, {{"body", 1}}}));
}

TEST_F(ImportFixture, RefusesBodiesFromOutsideAndOtherFaults) {
  write_basics();
  std::ofstream(folder_ / "secret.md") << "секрет";
  file("bodies/big.md", std::string(kMaxBodyFileBytes + 1, 'x'));
  file("bodies/latin.md", "\xCF\xF0\xE8");
  file("bodies/empty.md", "\n \n");
  std::filesystem::create_symlink(folder_ / "secret.md", folder_ / "in" / "bodies" / "link.md");
  std::string rows = "slug,municipality,title,kind,annotation,body,body_file,status,year\n";
  int number = 0;
  for (const std::string path : {"../secret.md", "bodies/link.md", "bodies/absent.md", "bodies",
                                 "bodies/big.md", "bodies/latin.md", "bodies/empty.md"}) {
    rows += fmt::format("p{},sever,Т,pedagogical,А,,{},draft,2025\n", ++number, path);
  }
  rows += "p8,sever,Т,pedagogical,А,Текст,bodies/empty.md,draft,2025\n";
  rows += "p9,sever,Т,pedagogical,А,,,draft,2025\n";
  file("practices.csv", rows);
  auto db = registry();
  const auto report = run(db);
  EXPECT_THAT(
      places(report),
      ElementsAre("practices.csv:2:Файл описания:path", "practices.csv:3:Файл описания:path",
                  "practices.csv:4:Файл описания:path", "practices.csv:5:Файл описания:path",
                  "practices.csv:6:Файл описания:length", "practices.csv:7:Файл описания:encoding",
                  "practices.csv:8:Файл описания:required", "practices.csv:9:Файл описания:both",
                  "practices.csv:10::one_of"));
  EXPECT_THAT(all_text(report), Not(HasSubstr("секрет")));
}

TEST_F(ImportFixture, ReadsWindows1251TablesEndToEnd) {
  // territories: «Код;Название» / «yug;Юг»
  file("territories.csv", "\xCA\xEE\xE4;\xCD\xE0\xE7\xE2\xE0\xED\xE8\xE5\r\nyug;\xDE\xE3\r\n");
  auto db = registry();
  ASSERT_EQ(all_text(run(db)), "");
  EXPECT_EQ(cells(db, "SELECT code, name FROM territories"), "yug|Юг\n");
}

TEST_F(ImportFixture, LeavesTheConnectionUsable) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM pragma_database_list WHERE name = 'staging'"), 0);
  file("teachers.csv", "junk\n");
  EXPECT_FALSE(run(db).applied);
  registry::Transaction transaction(db);
  transaction.commit();
}

}  // namespace
}  // namespace metodaktiv::import
