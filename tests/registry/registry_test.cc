#include "registry/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <tuple>

#include "base/error.h"
#include "registry/table_writer.h"

namespace metodaktiv::registry {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;

class RegistryFile : public ::testing::Test {
 protected:
  RegistryFile()
      : folder_(fs::temp_directory_path() /
                ("metodaktiv-registry-" + std::to_string(::getpid()) + "-" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name())),
        file_(folder_ / "registry.db"),
        schema_(fs::path(METODAKTIV_PROJECT_DIR) / "data") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~RegistryFile() override { fs::remove_all(folder_); }

  static std::string failure_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "no failure";
  }

  fs::path folder_, file_, schema_;
};

TEST_F(RegistryFile, IsCreatedOnceAndOpenedAgain) {
  {
    auto db = open_or_create_registry(file_, schema_);
    db.execute("INSERT INTO territories VALUES ('a', 'А', NULL)");
  }
  auto db = open_or_create_registry(file_, schema_);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM territories"), 1);
  EXPECT_EQ(db.scalar("PRAGMA user_version"), kSchemaVersion);
  EXPECT_EQ(db.scalar("PRAGMA application_id"), kApplicationId);
  EXPECT_THAT(table_names(db), Contains("iom_activities"));
  EXPECT_EQ(column_names(db, "territories"), (std::vector<std::string>{"code", "name", "center"}));
}

TEST_F(RegistryFile, RefusesForeignNewerAndMissingFiles) {
  EXPECT_THAT(failure_of([&] { open_registry(file_); }), HasSubstr("не найден"));
  { Database(file_, Database::Mode::kCreate).execute("CREATE TABLE t (a)"); }
  EXPECT_THAT(failure_of([&] { open_registry(file_); }), HasSubstr("не реестр"));
  EXPECT_THAT(failure_of([&] { open_or_create_registry(file_, schema_); }), HasSubstr("не реестр"));
  fs::remove(file_);
  open_or_create_registry(file_, schema_).execute("PRAGMA user_version = 999");
  EXPECT_THAT(failure_of([&] { open_registry(file_); }), HasSubstr("новой версией"));
  std::ofstream(file_, std::ios::trunc) << std::string(5000, 'x');
  EXPECT_THAT(failure_of([&] { open_or_create_registry(file_, schema_); }), HasSubstr("SQLite"));
}

TEST_F(RegistryFile, ReadingIsTypedAndWritingIsConstrained) {
  auto db = open_or_create_registry(file_, schema_);
  EXPECT_THAT(failure_of([&] { db.execute("INSERT INTO teachers VALUES ('t', 'x')"); }),
              HasSubstr("columns"));
  TableWriter writer(db, "subjects", {"code", "area", "name", "position"});
  writer.row({std::string("math"), std::string("М"), std::string("Алгебра"), Value{}});
  EXPECT_THROW(writer.row({std::string("short")}), base::Failure);
  EXPECT_THROW(
      writer.row({std::string("bad"), std::string("М"), std::string("А"), std::string("x")}),
      base::Failure);

  auto query = db.prepare("SELECT code, position FROM subjects");
  ASSERT_TRUE(query.next());
  EXPECT_EQ(query.text(0), "math");
  EXPECT_EQ(query.text_or_empty(1), "");
  EXPECT_THAT(failure_of([&] { std::ignore = query.integer(1); }), HasSubstr("«position»"));
  EXPECT_THAT(failure_of([&] { std::ignore = query.integer(0); }), HasSubstr("«math»"));
}

TEST_F(RegistryFile, ATransactionRollsBackUnlessCommitted) {
  auto db = open_or_create_registry(file_, schema_);
  {
    Transaction transaction(db);
    db.execute("INSERT INTO territories VALUES ('a', 'А', NULL)");
  }
  EXPECT_EQ(db.scalar("SELECT count(*) FROM territories"), 0);
  {
    Transaction transaction(db);
    db.execute("INSERT INTO territories VALUES ('a', 'А', NULL)");
    transaction.commit();
  }
  EXPECT_EQ(db.scalar("SELECT count(*) FROM territories"), 1);
}

TEST_F(RegistryFile, NoticesAWriteAndAnotherFileInItsPlace) {
  open_or_create_registry(file_, schema_);
  auto reader = open_registry(file_);
  const auto before = state_of(reader);
  EXPECT_EQ(state_of(reader), before);
  open_or_create_registry(file_, schema_)
      .execute("INSERT INTO territories VALUES ('a', 'А', NULL)");
  const auto written = state_of(reader);
  EXPECT_NE(written, before);
  const auto other = file_.string() + ".new";
  std::filesystem::copy_file(file_, other);
  std::filesystem::rename(other, file_);
  EXPECT_NE(state_of(reader), written);
}

TEST_F(RegistryFile, NamesWhatItsStructureLacksOrHasBeyond) {
  auto db = open_or_create_registry(file_, schema_);
  EXPECT_EQ(foreign_structure(db, schema_), "");
  db.execute("CREATE TRIGGER t AFTER UPDATE ON subjects BEGIN SELECT 1; END");
  EXPECT_THAT(foreign_structure(db, schema_), HasSubstr("триггер t"));
  db.execute("DROP TRIGGER t; DROP TABLE consents");
  EXPECT_THAT(foreign_structure(db, schema_), HasSubstr("consents."));
}

TEST_F(RegistryFile, TellsWhichTablesAQueryReads) {
  auto db = open_or_create_registry(file_, schema_);
  EXPECT_THAT(
      db.tables_read_by("SELECT count(*) FROM teachers JOIN subjects ON subjects.code = subject"),
      ::testing::ElementsAre("subjects", "teachers"));
  EXPECT_THROW(db.tables_read_by("SELECT nothing FROM nowhere"), base::Failure);
}

}  // namespace
}  // namespace metodaktiv::registry
