#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "registry/content.h"
#include "registry/journal.h"
#include "support/small_registry.h"

namespace metodaktiv::registry {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string content_of(Database& registry) {
  std::string text;
  feed_content(registry, [&](std::string_view piece) { text += piece; });
  return text;
}

/// The statements behind the tables, spaces and comments aside.
std::vector<std::string> layout_of(Database& registry) {
  std::vector<std::string> layout;
  auto query = registry.prepare(
      "SELECT type || ' ' || name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name");
  while (query.next()) layout.push_back(query.text(0) + ": " + query.text(1));
  return layout;
}

class MigrationTest : public ::testing::Test {
 protected:
  MigrationTest() : folder_("migration"), data_(test::project_folder() / "data") {}

  /// A registry as the first version of the layout was.
  std::filesystem::path make_version_1() {
    const auto file = test::make_registry(folder_, test::kPlaces);
    auto db = open_or_create_registry(file, data_);
    std::vector<std::string> tables;
    {
      auto query = db.prepare(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'journal%' "
          "ORDER BY name = 'journal_imports'");
      while (query.next()) tables.push_back(query.text(0));
    }
    EXPECT_FALSE(tables.empty());
    for (const auto& table : tables) db.execute("DROP TABLE " + table);
    db.execute("PRAGMA user_version = 1");
    return file;
  }

  test::TempFolder folder_;
  std::filesystem::path data_;
};

TEST_F(MigrationTest, AVersion1RegistryIsBroughtUpWithItsData) {
  const auto file = make_version_1();
  std::string before;
  {
    Database db(file, Database::Mode::kReadOnly);
    before = content_of(db);
  }
  auto db = open_or_create_registry(file, data_);
  EXPECT_EQ(db.scalar("PRAGMA user_version"), kSchemaVersion);
  EXPECT_EQ(content_of(db), before);
  EXPECT_THAT(read_journal(db), IsEmpty());
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 3);

  auto fresh = open_or_create_registry(folder_.path() / "new.db", data_);
  EXPECT_EQ(layout_of(db), layout_of(fresh));
  EXPECT_NO_THROW(open_registry(file));
}

TEST_F(MigrationTest, ReadingAVersion1RegistrySaysWhatToDo) {
  const auto file = make_version_1();
  try {
    open_registry(file);
    FAIL() << "opened";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), AllOf(HasSubstr("import"), HasSubstr("данные сохранятся")));
  }
  Database db(file, Database::Mode::kReadOnly);
  EXPECT_EQ(db.scalar("PRAGMA user_version"), 1) << "reading changes nothing";
}

}  // namespace
}  // namespace metodaktiv::registry
