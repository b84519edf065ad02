#include "import/import_fixture.h"

namespace metodaktiv::import {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

ImportOptions partial() {
  ImportOptions options;
  options.partial = true;
  return options;
}

const InputTable& input(const ImportReport& report, std::string_view table) {
  for (const auto& one : report.inputs) {
    if (one.table == table) return one;
  }
  throw std::out_of_range(std::string(table));
}

TEST_F(ImportFixture, APartialImportTakesGoodRowsAndReturnsTheOthers) {
  write_basics();
  file("teachers.csv",
       "code,organization,last_name,first_name,subject,birth_date\n"
       "t-1,school-1,Иванова,Анна,math,1990-01-01\n"
       "t-2,school-1,Петров,Олег,math,31.02.1990\n"
       "t-3,school-404,Ким,Олег,math,\n");
  auto db = registry();
  const auto report = run(db, partial());
  EXPECT_TRUE(report.applied);
  EXPECT_EQ(report.returned, 2);
  EXPECT_THAT(input(report, "teachers").bad_rows, ElementsAre(3, 4));
  EXPECT_EQ(cells(db, "SELECT code FROM teachers"), "t-1\n");
  EXPECT_EQ(cells(db, "SELECT count(*) FROM methodists"), "1\n");
}

TEST_F(ImportFixture, ARowThatRefersToAReturnedRowIsReturnedToo) {
  write_basics();
  file(
      "organizations.csv",
      "code,municipality,name,kind\nschool-1,sever,Школа № 1,school\nschool-2,sever,Школа,замок\n");
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-1,school-1,Иванова,Анна,math\n"
       "t-2,school-2,Петров,Олег,math\n");
  file("assessments.csv", "teacher,school_year,level\nt-1,2024/2025,high\nt-2,2024/2025,high\n");
  auto db = registry();
  const auto report = run(db, partial());
  EXPECT_THAT(places(report), ElementsAre("assessments.csv:3:Педагог:reference_returned",
                                          "organizations.csv:3:Вид:enum",
                                          "teachers.csv:3:Организация:reference_returned"));
  EXPECT_EQ(cells(db, "SELECT teacher FROM assessments"), "t-1\n");
  EXPECT_EQ(cells(db, "PRAGMA foreign_key_check"), "");
}

TEST_F(ImportFixture, AReturnedRowThatTheRegistryKnowsStillCarriesReferences) {
  write_basics();
  auto db = registry();
  ASSERT_TRUE(run(db).applied);
  clear_files();
  file("organizations.csv", "code,municipality,name,kind\nschool-1,sever,Школа,замок\n");
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-3,school-1,Ким,Анна,math\n");
  const auto report = run(db, partial());
  EXPECT_EQ(report.taken, 1);
  EXPECT_EQ(cells(db, "SELECT count(*) FROM teachers"), "3\n");
}

TEST_F(ImportFixture, RepeatedKeysAreAllReturned) {
  file("subjects.csv", "code,area,name\na,О,Один\nb,О,Два\na,О,Три\n");
  auto db = registry();
  const auto report = run(db, partial());
  EXPECT_THAT(input(report, "subjects").bad_rows, ElementsAre(2, 4));
  EXPECT_EQ(cells(db, "SELECT code FROM subjects"), "b\n");
}

TEST_F(ImportFixture, ATableWithAWrongHeaderIsReturnedAsAWhole) {
  write_basics();
  file("subjects.csv", "code,area,name,лишний\nmath,Математика,Алгебра,1\n");
  auto db = registry();
  const auto report = run(db, partial());
  EXPECT_FALSE(input(report, "subjects").readable);
  EXPECT_EQ(cells(db, "SELECT count(*) FROM subjects"), "0\n");
  EXPECT_EQ(cells(db, "SELECT count(*) FROM organizations"), "1\n");
  EXPECT_EQ(cells(db, "SELECT count(*) FROM teachers"), "0\n") << "their subject was not taken";
}

TEST_F(ImportFixture, NothingGoodMeansNothingDone) {
  file("subjects.csv", "code,area,name\nЫ,О,Один\n");
  auto db = registry();
  const auto report = run(db, partial());
  EXPECT_FALSE(report.applied);
  EXPECT_EQ(report.taken, 0);
}

TEST_F(ImportFixture, AFailureBeforeTheCommitLeavesTheRegistryAsItWas) {
  write_basics();
  auto db = registry();
  auto options = partial();
  options.before_commit = [](const ImportReport&) { throw std::runtime_error("disk full"); };
  EXPECT_THROW(run(db, options), std::runtime_error);
  EXPECT_EQ(cells(db, "SELECT count(*) FROM teachers"), "0\n");
}

TEST_F(ImportFixture, RemarksOfTheReviewStandAtTheirRow) {
  write_basics();
  auto db = registry();
  ImportOptions options;
  options.review = [](registry::Database& registry) {
    EXPECT_EQ(registry.scalar("SELECT count(*) FROM teachers"), 2) << "rules see the new state";
    return std::vector<RowRemark>{
        {"teachers", "t-2", "last_name", "rule", "Петров", "Странно.", "Проверьте."},
        {"teachers", "t-77", "last_name", "rule", "", "Не из этого файла.", ""}};
  };
  const auto report = run(db, options);
  EXPECT_TRUE(report.applied) << "a warning does not block";
  EXPECT_THAT(places(report), ElementsAre("teachers.csv:3:Фамилия:rule"));
  EXPECT_FALSE(report.findings.has_errors());
}

TEST_F(ImportFixture, WarningsComeTogetherWithErrors) {
  write_basics();
  file("subjects.csv", "code,area,name\nmath,Математика,Алгебра\nЫ,О,Один\n");
  auto db = registry();
  ImportOptions options;
  options.review = [](registry::Database&) {
    return std::vector<RowRemark>{{"teachers", "t-1", "", "rule", "", "Странно.", ""}};
  };
  const auto report = run(db, options);
  EXPECT_FALSE(report.applied);
  EXPECT_THAT(places(report), ElementsAre("subjects.csv:3:Код:code", "teachers.csv:2::rule"));
  EXPECT_EQ(cells(db, "SELECT count(*) FROM teachers"), "0\n");
}

TEST_F(ImportFixture, TheJournalTellsWhatWasAddedAndChanged) {
  write_basics();
  auto db = registry();
  ImportOptions options;
  options.program = "1.0";
  options.time = "2026-11-22T07:23:00Z";
  options.checksum = [](const std::filesystem::path& path) { return path.filename().string(); };
  ASSERT_TRUE(run(db, options).applied);
  clear_files();
  file("municipalities.csv", "code,name\nsever,Северный округ\nyug,Южный\nvostok,Восточный\n");
  ASSERT_TRUE(run(db, options).applied);
  ASSERT_TRUE(run(db, options).applied);  // the same once more: nothing to note
  EXPECT_EQ(cells(db, "SELECT id, applied_at, partial FROM journal_imports"),
            "1|2026-11-22T07:23:00Z|0\n2|2026-11-22T07:23:00Z|0\n");
  EXPECT_EQ(cells(db, "SELECT name, sha256, taken, returned FROM journal_files WHERE import = 2"),
            "municipalities.csv|municipalities.csv|3|0\n");
  EXPECT_EQ(cells(db, "SELECT * FROM journal_tables WHERE import = 2"), "2|municipalities|1|1|1\n");
  EXPECT_EQ(
      cells(db, "SELECT table_name, row_key, before, after FROM journal_rows WHERE import = 2"),
      "municipalities|[\"sever\"]|{\"name\":\"Северный\"}|{\"name\":\"Северный округ\"}\n"
      "municipalities|[\"vostok\"]|~|~\n");
}

TEST_F(ImportFixture, AFailedImportLeavesNoTraceInTheJournal) {
  write_basics();
  file("subjects.csv", "code,area,name\nЫ,О,Один\n");
  auto db = registry();
  ImportOptions options;
  options.time = "2026-11-22T07:23:00Z";
  EXPECT_FALSE(run(db, options).applied);
  EXPECT_EQ(cells(db, "SELECT count(*) FROM journal_imports"), "0\n");
}

}  // namespace
}  // namespace metodaktiv::import
