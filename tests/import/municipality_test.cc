#include "import/import_fixture.h"

namespace metodaktiv::import {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ImportOptions only(const std::string& municipality) {
  ImportOptions options;
  options.municipality = municipality;
  return options;
}

class MunicipalityCheck : public ImportFixture {
 protected:
  MunicipalityCheck() : db_(registry()) {
    write_basics();
    file("organizations.csv",
         "code,municipality,name,kind\nschool-1,sever,Школа № 1,school\n"
         "school-9,yug,Школа № 9,school\n");
    file("teachers.csv",
         "code,organization,last_name,first_name,subject\nt-1,school-1,Иванова,Анна,math\n"
         "t-9,school-9,Петров,Олег,math\n");
    EXPECT_TRUE(run(db_).applied);
    clear_files();
  }

  registry::Database db_;
};

TEST_F(MunicipalityCheck, RefusesRowsOfOthersAlongTheirReferences) {
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-2,school-1,Ким,Анна,math\n"
       "t-3,school-9,Ли,Анна,math\n");
  file("assessments.csv", "teacher,school_year,level\nt-1,2024/2025,high\nt-9,2024/2025,high\n");
  const auto report = run(db_, only("sever"));
  EXPECT_THAT(places(report), ElementsAre("assessments.csv:3:Педагог:municipality",
                                          "teachers.csv:3:Организация:municipality"));
  EXPECT_THAT(all_text(report),
              HasSubstr("муниципалитету «Южный (yug)», а файл — «Северный (sever)»"));
  EXPECT_FALSE(report.applied);
}

TEST_F(MunicipalityCheck, RefusesToOverwriteACodeOfAnother) {
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-9,school-1,Ким,Анна,math\n");
  EXPECT_THAT(places(run(db_, only("sever"))),
              ElementsAre("teachers.csv:2:Организация:municipality_key"));
}

TEST_F(MunicipalityCheck, JudgesRowsThatDoNotNameTheirOrganization) {
  file("organizations.csv", "code,municipality,name,kind\nschool-9,sever,Чужая,school\n");
  EXPECT_THAT(places(run(db_, only("sever"))),
              ElementsAre("organizations.csv:2:Муниципалитет:municipality_key"));
}

TEST_F(MunicipalityCheck, FollowsRowsOfTheSameImport) {
  file("organizations.csv", "code,municipality,name,kind\nschool-2,sever,Новая,school\n");
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-5,school-2,Ким,Анна,math\n");
  EXPECT_TRUE(run(db_, only("sever")).applied);
}

TEST_F(MunicipalityCheck, RefusesWhatTheRegionKeeps) {
  file("subjects.csv", "code,area,name\nphys,Естествознание,Физика\n");
  file("documents.csv",
       "code,municipality,kind,title,signed_on\nd-1,,work_plan,План,2024-09-01\n"
       "d-2,sever,work_plan,План,2024-09-01\n");
  EXPECT_THAT(
      places(run(db_, only("sever"))),
      ElementsAre("documents.csv:2:Муниципалитет:municipality", "subjects.csv:0::municipality"));
}

TEST_F(MunicipalityCheck, APartialImportTakesTheOwnRows) {
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-2,school-1,Ким,Анна,math\n"
       "t-3,school-9,Ли,Анна,math\n");
  auto options = only("sever");
  options.partial = true;
  EXPECT_EQ(run(db_, options).taken, 1);
  EXPECT_EQ(cells(db_, "SELECT code FROM teachers"), "t-1\nt-2\nt-9\n");
}

TEST_F(MunicipalityCheck, ARefusedRowLeadsNowhere) {
  // The teacher's row is refused, for its code is another municipality's; what refers to it must
  // not be taken for the own one on the strength of that row.
  file("teachers.csv",
       "code,organization,last_name,first_name,subject\nt-9,school-1,Ким,Анна,math\n");
  file("assessments.csv", "teacher,school_year,level\nt-9,2024/2025,high\nt-1,2024/2025,high\n");
  auto options = only("sever");
  options.partial = true;
  run(db_, options);
  EXPECT_EQ(cells(db_, "SELECT teacher FROM assessments"), "t-1\n");
}

TEST_F(MunicipalityCheck, AnEmptiedMunicipalityIsNotTheOldOne) {
  file("documents.csv",
       "code,municipality,kind,title,signed_on\nd-1,sever,work_plan,План,2024-09-01\n");
  ASSERT_TRUE(run(db_, only("sever")).applied);
  file("documents.csv", "code,municipality,kind,title,signed_on\nd-1,,work_plan,План,2024-09-01\n");
  EXPECT_THAT(places(run(db_, only("sever"))),
              ElementsAre("documents.csv:2:Муниципалитет:municipality"));
}

TEST_F(MunicipalityCheck, NamesMeanTheOwnRows) {
  file("assessments.csv", "teacher,school_year,level\nПетров Олег,2024/2025,high\n");
  EXPECT_THAT(places(run(db_, only("sever"))), ElementsAre("assessments.csv:2:Педагог:code"));
  EXPECT_TRUE(run(db_, only("yug")).applied);
}

TEST_F(MunicipalityCheck, ANameThatBelongsToAnotherCodeIsAnError) {
  file("assessments.csv", "teacher,school_year,level\nИванова Анна [t-9],2024/2025,high\n");
  EXPECT_THAT(places(run(db_)), ElementsAre("assessments.csv:2:Педагог:label"));
}

}  // namespace
}  // namespace metodaktiv::import
