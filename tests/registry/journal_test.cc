#include "registry/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/error.h"
#include "registry/content.h"
#include "registry/form_records.h"
#include "registry/undo.h"
#include "support/small_registry.h"

namespace metodaktiv::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string kTime = "2026-11-22T07:23:00Z";

std::string content_of(Database& registry) {
  std::string text;
  feed_content(registry, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string failure_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "no failure";
}

std::vector<ExportTable> layout() {
  return {{"territories", {}, {"code"}, {}},
          {"municipalities", {}, {"code"}, {}},
          {"organizations", {}, {"code"}, {}},
          {"subjects", {}, {"code"}, {}},
          {"teachers", {}, {"code"}, {}},
          {"methodists", {}, {"code"}, {}},
          {"assignments", {}, {"methodist", "organization", "subject", "school_year"}, {}},
          {"iom_activities", {}, {"iom", "section", "title"}, {}},
          {"audits", {}, {"municipality", "school_year", "item"}, {}}};
}

class JournalTest : public ::testing::Test {
 protected:
  JournalTest()
      : folder_(std::string("journal-") +
                ::testing::UnitTest::GetInstance()->current_test_info()->name()),
        registry_(open_or_create_registry(make_file(), test::project_folder() / "data")) {}

  std::filesystem::path make_file() const {
    return test::make_registry(
        folder_,
        std::string(test::kPlaces) +
            "INSERT INTO methodists (code, last_name, first_name, municipality, subject) VALUES "
            "('m-1', 'Ли', 'И', 'alpha', 'maths');");
  }

  std::int64_t begin() {
    JournalEntry entry;
    entry.applied_at = kTime;
    entry.program = "1.2.3";
    position_ = 0;
    return import_ = begin_journal_entry(registry_, entry);
  }

  /// Journal lines and the change itself, as an import writes them.
  void add(const std::string& table, const std::string& key, const std::string& sql) {
    registry_.execute(sql);
    note(table, key, Value{}, Value{});
  }
  void change(const std::string& table, const std::string& key, const std::string& condition,
              const std::string& before, const std::string& after, const std::string& assignments) {
    registry_.execute("UPDATE " + table + " SET " + assignments + " WHERE " + condition);
    ASSERT_EQ(registry_.changes(), 1);
    note(table, key, before, after);
  }
  void note(const std::string& table, const std::string& key, const Value& before,
            const Value& after) {
    auto insert = registry_.prepare("INSERT INTO journal_rows VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, import_).bind(2, ++position_).bind(3, table).bind(4, key);
    insert.bind(5, before).bind(6, after);
    insert.run();
  }

  void add_teacher(const std::string& code, const std::string& organization = "alpha-1") {
    add("teachers", "[\"" + code + "\"]",
        "INSERT INTO teachers (code, organization, last_name, first_name, subject) VALUES ('" +
            code + "', '" + organization + "', 'Ли', 'И', 'maths')");
  }
  void rename_teacher(const std::string& code, const std::string& from, const std::string& to) {
    change("teachers", "[\"" + code + "\"]", "code = '" + code + "'",
           R"({"last_name":")" + from + "\"}", R"({"last_name":")" + to + "\"}",
           "last_name = '" + to + "'");
  }

  std::optional<UndoRefusal> undo(std::int64_t id) {
    return undo_import(registry_, layout(), id, "2026-11-23T00:00:00Z");
  }

  test::TempFolder folder_;
  Database registry_;
  std::int64_t import_ = 0, position_ = 0;
};

TEST_F(JournalTest, KeepsWhatEachImportWas) {
  JournalEntry entry;
  entry.applied_at = kTime;
  entry.program = "1.2.3";
  entry.partial = true;
  entry.files = {{"b.xlsx", "ff", "alpha", "2026-10-01", 12, 3, 1},
                 {"a.csv", "00", "", "", 5, 0, 0}};
  entry.tables = {{"teachers", 10, 5, 2}, {"methodists", 0, 0, 3}};
  EXPECT_EQ(begin_journal_entry(registry_, entry), 1);
  EXPECT_EQ(begin(), 2);
  const auto journal = read_journal(registry_);
  ASSERT_THAT(journal, SizeIs(2));
  EXPECT_EQ(journal[0].id, 2);
  EXPECT_FALSE(journal[0].partial);
  const auto& first = journal[1];
  EXPECT_EQ(first.id, 1);
  EXPECT_EQ(first.applied_at, kTime);
  EXPECT_EQ(first.program, "1.2.3");
  EXPECT_TRUE(first.partial);
  EXPECT_EQ(first.undone_at, "");
  ASSERT_THAT(first.files, SizeIs(2));
  EXPECT_EQ(first.files[0].name, "b.xlsx");
  EXPECT_EQ(first.files[0].municipality, "alpha");
  EXPECT_EQ(first.files[0].form_made_on, "2026-10-01");
  EXPECT_EQ(first.files[0].taken, 12);
  EXPECT_EQ(first.files[0].returned, 3);
  EXPECT_EQ(first.files[0].warnings, 1);
  EXPECT_EQ(first.files[1].sha256, "00");
  ASSERT_THAT(first.tables, SizeIs(2));
  EXPECT_EQ(first.tables[1].table, "teachers");
  EXPECT_EQ(first.tables[1].added, 10);
  EXPECT_EQ(first.tables[1].changed, 5);
  EXPECT_EQ(first.tables[1].unchanged, 2);
}

TEST_F(JournalTest, IsNoPartOfTheRegistrysContent) {
  const auto before = content_of(registry_);
  begin();
  note("teachers", "[\"t\"]", Value{}, Value{});
  record_forms(registry_, {{"alpha", "2026-10-01", "2026-11-01", "v", "alpha.xlsx"}});
  EXPECT_EQ(content_of(registry_), before);
  for (const auto& table : table_names(registry_)) EXPECT_THAT(table, Not(HasSubstr("journal")));
}

TEST_F(JournalTest, UndoGivesBackEveryKindOfValueExactly) {
  registry_.execute(
      "INSERT INTO audits VALUES ('alpha', '2024/2025', '1', 0.1, 1e-7, NULL);"
      "INSERT INTO audits VALUES ('alpha', '2024/2025', '2', 5.0, 123456.789012345, 2.5);"
      "UPDATE methodists SET about = '', public_email = NULL, digital_cabinet = 1 "
      "WHERE code = 'm-1';"
      "INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year) "
      "VALUES ('p', 'alpha', 'a', 'pedagogical', 'b', 'c', 'draft', 2024);");
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "строка «с кавычками» \"и\" \\ слэшем\n\tтаб ";
  registry_.prepare("UPDATE practices SET body = ?").bind(1, body).run();
  const auto before = content_of(registry_);

  begin();
  // What an import writes, by the same functions.
  registry_.execute(
      "CREATE TEMP TABLE was AS SELECT json_object('max_score', json(printf('%!.17g', max_score)), "
      "'self_score', json(printf('%!.17g', self_score)), 'expert_score', "
      "json(iif(expert_score IS NULL, 'null', printf('%!.17g', expert_score)))) AS j, item "
      "FROM audits");
  for (const std::string item : {"1", "2"}) {
    auto query = registry_.prepare("SELECT j FROM temp.was WHERE item = ?");
    query.bind(1, item);
    ASSERT_TRUE(query.next());
    change("audits", R"(["alpha","2024/2025",")" + item + "\"]", "item = '" + item + "'",
           query.text(0), R"({"max_score":7.25,"self_score":null,"expert_score":0.3})",
           "max_score = 7.25, self_score = NULL, expert_score = 0.3");
  }
  change("methodists", R"(["m-1"])", "code = 'm-1'",
         R"({"about":"","public_email":null,"digital_cabinet":1})",
         R"({"about":null,"public_email":"a@b.ru","digital_cabinet":null})",
         "about = NULL, public_email = 'a@b.ru', digital_cabinet = NULL");
  {
    auto query = registry_.prepare("SELECT json_object('body', body, 'year', year) FROM practices");
    ASSERT_TRUE(query.next());
    change("practices", R"(["p"])", "slug = 'p'", query.text(0), R"({"body":"","year":2025})",
           "body = '', year = 2025");
  }
  add_teacher("t-1");
  ASSERT_NE(content_of(registry_), before);

  auto tables = layout();
  tables.push_back({"practices", {}, {"slug"}, {}});
  EXPECT_FALSE(undo_import(registry_, tables, import_, kTime).has_value());
  EXPECT_EQ(content_of(registry_), before);
  EXPECT_EQ(read_journal(registry_).front().undone_at, kTime);
}

TEST_F(JournalTest, UndoFindsRowsWithEmptyPartsOfTheKey) {
  const auto before = content_of(registry_);
  begin();
  const std::string insert =
      "INSERT INTO assignments (methodist, organization, school_year, subject, teachers_count) "
      "VALUES ('m-1', 'alpha-1', '2024/2025', ";
  add("assignments", R"(["m-1","alpha-1",null,"2024/2025"])", insert + "NULL, 3)");
  add("assignments", R"(["m-1","alpha-1","maths","2024/2025"])", insert + "'maths', 4)");
  EXPECT_FALSE(undo(import_).has_value());
  EXPECT_EQ(content_of(registry_), before);

  // The same with the folded form of the key in the journal.
  begin();
  add("assignments", R"(["m-1","alpha-1","","2024/2025"])", insert + "NULL, 3)");
  EXPECT_FALSE(undo(import_).has_value());
  EXPECT_EQ(content_of(registry_), before);
}

TEST_F(JournalTest, UndoTakesBackRowsThatReferToEachOther) {
  const auto before = content_of(registry_);
  begin();
  add("organizations", R"(["new"])",
      "INSERT INTO organizations (code, municipality, name, kind) VALUES ('new', 'alpha', 'Н', "
      "'school')");
  add_teacher("t-1", "new");
  EXPECT_FALSE(undo(import_).has_value());
  EXPECT_EQ(content_of(registry_), before);
}

TEST_F(JournalTest, RefusesWhileALaterImportHoldsTheSameRows) {
  begin();
  add_teacher("t-1");
  add_teacher("t-2");
  begin();
  rename_teacher("t-1", "Ли", "Ким");
  begin();
  rename_teacher("t-2", "Ли", "Пак");
  const auto before = content_of(registry_);
  const auto refusal = undo(1);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_THAT(refusal->later, ElementsAre(2, 3));
  EXPECT_THAT(refusal->tables, IsEmpty());
  EXPECT_EQ(content_of(registry_), before);
  EXPECT_EQ(read_journal(registry_).back().undone_at, "");

  // From the newest back all of it can be undone.
  EXPECT_FALSE(undo(3).has_value());
  EXPECT_THAT(undo(1)->later, ElementsAre(2));
  EXPECT_FALSE(undo(2).has_value());
  EXPECT_FALSE(undo(1).has_value());
  EXPECT_EQ(registry_.scalar("SELECT count(*) FROM teachers"), 0);
}

TEST_F(JournalTest, AnEarlierImportOfOtherRowsIsNoObstacle) {
  begin();
  add_teacher("t-1");
  begin();
  add_teacher("t-2");
  EXPECT_FALSE(undo(1).has_value());
  EXPECT_EQ(registry_.scalar("SELECT count(*) FROM teachers WHERE code = 't-2'"), 1);
}

TEST_F(JournalTest, RefusesWhileOtherRowsReferToWhatWouldVanish) {
  begin();
  add("organizations", R"(["new"])",
      "INSERT INTO organizations (code, municipality, name, kind) VALUES ('new', 'alpha', 'Н', "
      "'school')");
  begin();
  add_teacher("t-1", "new");
  registry_.execute(
      "INSERT INTO assignments (methodist, organization, school_year, teachers_count) "
      "VALUES ('m-1', 'new', '2024/2025', 1)");
  const auto before = content_of(registry_);
  const auto refusal = undo(1);
  ASSERT_TRUE(refusal.has_value());
  EXPECT_THAT(refusal->tables, ElementsAre("teachers", "assignments"));
  EXPECT_THAT(refusal->later, ElementsAre(2));
  EXPECT_EQ(content_of(registry_), before);
  EXPECT_EQ(registry_.scalar("PRAGMA foreign_keys"), 1);
}

TEST_F(JournalTest, FailsOnUnknownUndoneAndForeignChanges) {
  EXPECT_THAT(failure_of([&] { undo(7); }), HasSubstr("№ 7"));
  begin();
  add_teacher("t-1");
  rename_teacher("t-1", "Ли", "Ким");
  registry_.execute("UPDATE teachers SET last_name = 'Пак' WHERE code = 't-1'");
  const auto before = content_of(registry_);
  EXPECT_THAT(failure_of([&] { undo(1); }), HasSubstr("«t-1»"));
  EXPECT_EQ(content_of(registry_), before);
  registry_.execute("UPDATE teachers SET last_name = 'Ким' WHERE code = 't-1'");
  EXPECT_FALSE(undo(1).has_value());
  EXPECT_THAT(failure_of([&] { undo(1); }), HasSubstr("уже отменена"));
}

TEST_F(JournalTest, WaitsForWhatWouldBringBackAReferenceToItsRows) {
  begin();
  note("organizations", R"(["new-x"])", Value{}, Value{});
  registry_.execute(
      "INSERT INTO organizations (code, municipality, name, kind) VALUES ('new-x', 'alpha', 'Н', "
      "'school')");
  begin();
  add_teacher("t-1");
  registry_.execute("UPDATE teachers SET organization = 'new-x' WHERE code = 't-1'");
  begin();
  note("teachers", R"(["t-1"])", std::string(R"({"organization":"new-x"})"),
       std::string(R"({"organization":"alpha-1"})"));
  registry_.execute("UPDATE teachers SET organization = 'alpha-1' WHERE code = 't-1'");
  const auto refusal = undo(1);  // nothing refers to new-x now, but undoing 3 would
  ASSERT_TRUE(refusal.has_value());
  EXPECT_THAT(refusal->later, ElementsAre(3));
  EXPECT_FALSE(undo(3).has_value());
}

TEST_F(JournalTest, FailsOnAJournalThatNamesWhatIsNotThere) {
  begin();
  note("nowhere", R"(["x"])", Value{}, Value{});
  EXPECT_THAT(failure_of([&] { undo(1); }), HasSubstr("nowhere"));
  begin();
  note("teachers", R"(["x"])", std::string(R"({"last_name = '' --":1})"), Value{});
  EXPECT_THAT(failure_of([&] { undo(2); }), HasSubstr("teachers"));
  begin();
  note("teachers", R"(["x","y"])", Value{}, Value{});
  EXPECT_THAT(failure_of([&] { undo(3); }), HasSubstr("teachers"));
  begin();
  note("teachers", "nonsense", Value{}, Value{});
  EXPECT_NE(failure_of([&] { undo(4); }), "no failure");
}

TEST_F(JournalTest, ShowsWhatDiffers) {
  begin();
  add_teacher("t-1");
  note("audits", R"(["alpha","2024/2025","1"])",
       std::string(R"({"max_score":0.10000000000000001,"self_score":null,"expert_score":3.0})"),
       std::string(R"({"max_score":0.5,"self_score":12.0,"expert_score":3.0})"));
  const auto all = read_changes(registry_, 1, 10);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_TRUE(all[0].added);
  EXPECT_THAT(all[0].key, ElementsAre("t-1"));
  EXPECT_FALSE(all[1].added);
  EXPECT_THAT(all[1].key, ElementsAre("alpha", "2024/2025", "1"));
  ASSERT_THAT(all[1].cells, SizeIs(2));
  EXPECT_EQ(all[1].cells[0].column, "max_score");
  EXPECT_EQ(all[1].cells[0].before, "0.1");
  EXPECT_EQ(all[1].cells[0].after, "0.5");
  EXPECT_EQ(all[1].cells[1].before, "");
  EXPECT_EQ(all[1].cells[1].after, "12");
  EXPECT_THAT(read_changes(registry_, 1, 1), SizeIs(1));
  EXPECT_THAT(read_changes(registry_, 2, 1), IsEmpty());
  EXPECT_FALSE(read_changes(registry_, 1, 9, ChangesOf::kChangedRows).front().added);
  EXPECT_THAT(read_changes(registry_, 1, 9, ChangesOf::kAddedRows), SizeIs(1));
}

TEST_F(JournalTest, KeepsTheFormsThatWereGivenOut) {
  record_forms(registry_, {{"beta", "2026-10-01", "2026-11-01", "v1", "beta.xlsx"},
                           {"alpha", "2026-10-05", "2026-11-01", "v1", "alpha.xlsx"}});
  record_forms(registry_, {{"beta", "2026-10-01", "2026-12-01", "v2", "beta.xlsx"},
                           {"alpha", "2026-10-01", "2026-11-01", "v1", "alpha.xlsx"}});
  const auto forms = read_forms(registry_);
  ASSERT_THAT(forms, SizeIs(3));
  EXPECT_EQ(forms[0].municipality, "alpha");
  EXPECT_EQ(forms[0].made_on, "2026-10-01");
  EXPECT_EQ(forms[1].made_on, "2026-10-05");
  EXPECT_EQ(forms[2].due_on, "2026-12-01");
  EXPECT_EQ(forms[2].layout, "v2");
}

}  // namespace
}  // namespace metodaktiv::registry
