#include "registry/export.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::registry {
namespace {

namespace fs = std::filesystem;

class Export : public ::testing::Test {
 protected:
  Export()
      : out_(fs::temp_directory_path() /
             ("metodaktiv-export-" + std::to_string(::getpid()) + "-" +
              ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(out_);
    db_.execute(
        "CREATE TABLE notes (code TEXT, kind TEXT, text TEXT, score REAL, done INTEGER);"
        "INSERT INTO notes VALUES ('b', 'x', 'a,b', 2.5, 1), ('a', NULL, 'line 1' || char(10) || "
        "'line 2', 3.0, 0),"
        " ('a', '', 'say \"yes\"', NULL, NULL);");
  }
  ~Export() override { fs::remove_all(out_); }

  Database db_;
  fs::path out_;
  ExportTable notes_{
      "notes", {"kind", "code", "text", "extra", "score", "done"}, {"code", "kind"}, {"extra"}};
};

TEST_F(Export, WritesColumnsInOrderAndRowsByKey) {
  const auto written = export_tables(db_, {notes_}, out_);
  ASSERT_EQ(written.size(), 1U);
  EXPECT_EQ(written[0].rows, 3);
  EXPECT_EQ(base::read_file(out_ / "notes.csv"),
            "kind,code,text,extra,score,done\n"
            ",a,\"line 1\nline 2\",,3,0\n"
            ",a,\"say \"\"yes\"\"\",,,\n"
            "x,b,\"a,b\",,2.5,1\n");
}

TEST_F(Export, StreamsMoreThanItsBuffer) {
  db_.execute(
      "INSERT INTO notes SELECT 'c' || value, '', printf('%.200c', 'x'), value, 1 FROM ("
      "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 20000) SELECT "
      "value FROM n)");
  EXPECT_EQ(export_tables(db_, {notes_}, out_)[0].rows, 20003);
  EXPECT_GT(fs::file_size(out_ / "notes.csv"), 4000000U);
}

TEST_F(Export, AFailureLeavesTheOldFilesAlone) {
  export_tables(db_, {notes_}, out_);
  const auto before = base::read_file(out_ / "notes.csv");
  db_.execute("DELETE FROM notes");
  EXPECT_THROW(export_tables(db_, {notes_, {"absent", {"a"}, {"a"}, {}}}, out_), base::Failure);
  EXPECT_EQ(base::read_file(out_ / "notes.csv"), before);
  EXPECT_EQ(base::list_files(out_, "").size(), 1U);
  EXPECT_NO_THROW(export_tables(db_, {notes_}, out_));
}

}  // namespace
}  // namespace metodaktiv::registry
