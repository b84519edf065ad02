#include "demo/demo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "demo/word_lists.h"
#include "registry/registry.h"

namespace metodaktiv::demo {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path kData = fs::path(METODAKTIV_PROJECT_DIR) / "data";
const base::Date kToday(2025, 11, 20);

config::RegionProfile profile() {
  return config::load_region_profile(kData / "regions", "moscow-oblast");
}

registry::Database empty_registry() {
  registry::Database db;
  db.execute(base::read_file(kData / "schema.sql"));
  return db;
}

/// The profile with its first municipalities only, of equal size, and as many teachers in all.
config::RegionProfile trimmed(std::size_t municipalities, int teachers) {
  auto p = profile();
  auto settings = base::read_file(p.folder / "demo.toml");
  const auto set = [&settings](std::string_view key, int value) {
    const auto at = settings.find(std::string(key) + " = ");
    settings.replace(at, settings.find('\n', at) - at,
                     std::string(key) + " = " + std::to_string(value));
  };
  set("teachers", teachers);
  set("methodists", teachers / 62);
  set("practices", teachers / 20);
  for (auto at = settings.find("[[sizes]]"); at != std::string::npos;
       at = settings.find("[[sizes]]")) {
    settings.erase(at, settings.find("]\n", settings.find("codes", at)) + 2 - at);
  }
  p.municipalities.resize(municipalities);
  p.folder = fs::path(testing::TempDir()) / ("demo-region-" + std::to_string(teachers));
  fs::create_directories(p.folder);
  std::ofstream(p.folder / "demo.toml") << settings;
  return p;
}

registry::Database made(double scale, std::uint64_t seed, base::Date today = kToday) {
  auto db = empty_registry();
  make_demo(db, profile(), kData, {scale, seed, today});
  return db;
}

/// One region for the tests that only read.
registry::Database& region() {
  static registry::Database db = made(0.05, 1);
  return db;
}

/// Every table, row by row, as text.
std::string dump(registry::Database& db) {
  std::string text;
  for (const auto& table : registry::table_names(db)) {
    const auto columns = registry::column_names(db, table);
    auto query =
        db.prepare("SELECT quote(" + base::join(columns, ") || ',' || quote(") + ") FROM " + table);
    std::vector<std::string> rows;
    while (query.next()) rows.push_back(query.text(0));
    std::sort(rows.begin(), rows.end());
    text += "== " + table + '\n' + base::join(rows, "\n") + '\n';
  }
  return text;
}

std::set<std::string> texts(registry::Database& db, std::string_view sql) {
  std::set<std::string> result;
  auto query = db.prepare(sql);
  while (query.next()) result.insert(query.text_or_empty(0));
  return result;
}

/// The parts of lists like "a|b".
std::set<std::string> list_parts(registry::Database& db, std::string_view sql) {
  std::set<std::string> result;
  for (const auto& list : texts(db, sql)) {
    for (auto& part : base::split(list, '|')) {
      if (!part.empty()) result.insert(std::move(part));
    }
  }
  return result;
}

template <typename Items>
std::set<std::string> keys_of(const Items& items) {
  std::set<std::string> keys;
  for (const auto& item : items) keys.insert(item.key);
  return keys;
}

TEST(Demo, SizesFollowTheScale) {
  auto& db = region();
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 58);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM subjects"),
            static_cast<long>(profile().subjects.size()));
  EXPECT_NEAR(static_cast<double>(db.scalar("SELECT count(*) FROM teachers")), 3100, 160);
  EXPECT_NEAR(static_cast<double>(db.scalar("SELECT count(*) FROM methodists")), 50, 20);
  EXPECT_NEAR(static_cast<double>(db.scalar("SELECT count(*) FROM practices")), 150, 35);
  EXPECT_GE(
      db.scalar("SELECT count(DISTINCT municipality) FROM organizations WHERE kind = 'school'"),
      58);
}

TEST(Demo, EveryTableIsFilledExceptTerritoriesThatTheProfileLacks) {
  for (const auto& table : registry::table_names(region())) {
    const bool expected = table != "territories" || !profile().territories.empty();
    EXPECT_EQ(region().scalar("SELECT EXISTS (SELECT 1 FROM " + table + ")") != 0, expected)
        << table;
  }
}

TEST(Demo, SmallestScaleKeepsEveryMunicipalityWithASchool) {
  auto db = made(0.01, 1);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 58);
  EXPECT_EQ(
      db.scalar("SELECT count(DISTINCT municipality) FROM organizations WHERE kind = 'school'"),
      58);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM organizations AS o WHERE NOT EXISTS "
                      "(SELECT 1 FROM teachers WHERE organization = o.code)"),
            0);
}

TEST(Demo, AboveScaleOneMunicipalitiesRepeatWithANumber) {
  const auto small = trimmed(2, 600);
  auto db = empty_registry();
  make_demo(db, small, kData, {1.5, 1, kToday});
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 3);
  const auto& first = small.municipalities.front();
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities WHERE code = '" + first.code +
                      "-2' AND name = '" + first.name + " (2)'"),
            1);
  EXPECT_NEAR(static_cast<double>(db.scalar("SELECT count(*) FROM teachers")), 900, 60);
}

TEST(Demo, SameSeedGivesTheSameRegionAndAnotherSeedAnother) {
  auto first = made(0.02, 7);
  auto second = made(0.02, 7);
  auto third = made(0.02, 8);
  const auto text = dump(first);
  EXPECT_EQ(text, dump(second));
  EXPECT_NE(text, dump(third));
}

TEST(Demo, ReferencesHold) {
  auto query = region().prepare("PRAGMA foreign_key_check");
  EXPECT_FALSE(query.next());
}

TEST(Demo, KeysComeFromTheProfile) {
  const auto p = profile();
  auto& db = region();
  const auto expect_known = [](const std::set<std::string>& used,
                               const std::set<std::string>& known) {
    for (const auto& key : used) EXPECT_TRUE(key.empty() || known.contains(key)) << key;
    EXPECT_FALSE(used.empty());
  };
  expect_known(texts(db, "SELECT level FROM assessments"), keys_of(p.levels));
  expect_known(texts(db, "SELECT assessment_level FROM methodists"), keys_of(p.levels));
  expect_known(texts(db, "SELECT kind FROM documents"), keys_of(p.document_kinds));
  expect_known(list_parts(db, "SELECT roles FROM methodists"), keys_of(p.roles));
  expect_known(list_parts(db, "SELECT directions FROM methodists"), keys_of(p.directions));
  for (const auto& number : texts(db, "SELECT function FROM ums_tasks")) {
    EXPECT_NE(p.standard.function(number), nullptr) << number;
  }
  for (const auto& kind : p.document_kinds) {
    const bool regional =
        db.scalar("SELECT count(*) FROM documents WHERE municipality IS NULL AND kind = '" +
                  kind.key + "'") > 0;
    if (regional) {
      EXPECT_TRUE(kind.regional) << kind.key;
    }
  }
}

TEST(Demo, NamesAgreeInGender) {
  const auto names = load_word_lists(kData / "demo").people;
  std::set<std::string> female_first(names.female_older.begin(), names.female_older.end());
  female_first.insert(names.female_younger.begin(), names.female_younger.end());
  std::set<std::string> female_last, female_patronymics;
  for (const auto& name : names.last_names) female_last.insert(name.female);
  for (const auto& name : names.patronymics) female_patronymics.insert(name.female);
  std::set<std::string> male_last;
  for (const auto& name : names.last_names) male_last.insert(name.male);
  for (const char* table : {"teachers", "methodists", "nominations"}) {
    auto query =
        region().prepare(std::string("SELECT last_name, first_name, patronymic FROM ") + table);
    while (query.next()) {
      const bool female = female_first.contains(query.text(1));
      EXPECT_EQ(female, female_patronymics.contains(query.text(2)))
          << query.text(1) << query.text(2);
      EXPECT_TRUE((female ? female_last : male_last).contains(query.text(0))) << query.text(0);
    }
  }
}

TEST(Demo, NamesAreManyAndGendersDiffer) {
  const auto names = load_word_lists(kData / "demo").people;
  EXPECT_GE(names.last_names.size(), 150U);
  EXPECT_GE(names.female_older.size() + names.female_younger.size(), 60U);
  for (const auto& name : names.patronymics) {
    EXPECT_TRUE(name.male.ends_with("ич")) << name.male;
    EXPECT_TRUE(name.female.ends_with("на")) << name.female;
  }
}

TEST(Demo, NothingButAnnouncedEventsLiesInTheFuture) {
  auto& db = region();
  const std::string today = kToday.iso();
  for (const char* place : {"teachers.dismissed_on",
                            "methodists.included_on",
                            "methodists.excluded_on",
                            "methodists.consent_on",
                            "methodists.consent_withdrawn_on",
                            "assessments.assessed_on",
                            "ioms.created_on",
                            "ioms.completed_on",
                            "mentorships.started_on",
                            "courses.finished_on",
                            "lesson_visits.visited_on",
                            "documents.signed_on",
                            "documents.agreed_on",
                            "ums_tasks.due_on",
                            "ums_tasks.done_on",
                            "meetings.held_on",
                            "practices.reviewed_on",
                            "nominations.stage_on",
                            "post_course.surveyed_on",
                            "teachers.teaching_since"}) {
    const auto parts = base::split(place, '.');
    EXPECT_EQ(
        db.scalar("SELECT count(*) FROM " + parts[0] + " WHERE " + parts[1] + " > '" + today + "'"),
        0)
        << place;
  }
  EXPECT_GT(db.scalar("SELECT count(*) FROM events WHERE starts_on > '" + today + "'"), 0);
}

TEST(Demo, ThreeSchoolYearsHaveAssessmentsRoutesAndAssignments) {
  for (const char* table : {"assessments", "ioms", "assignments", "audits", "innovation_sites"}) {
    for (const char* year : {"2023/2024", "2024/2025", "2025/2026"}) {
      EXPECT_GT(region().scalar(std::string("SELECT count(*) FROM ") + table +
                                " WHERE school_year = '" + year + "'"),
                0)
          << table << year;
    }
  }
}

TEST(Demo, LoadsLieMostlyWithinTheNorm) {
  auto db = empty_registry();
  make_demo(db, trimmed(3, 4500), kData, {1, 2, kToday});
  const std::string loads =
      "(SELECT sum(teachers_count) AS load FROM assignments GROUP BY methodist, school_year)";
  const auto all = db.scalar("SELECT count(*) FROM " + loads);
  const auto within = db.scalar("SELECT count(*) FROM " + loads + " WHERE load BETWEEN 50 AND 70");
  EXPECT_GT(2 * within, all);
  EXPECT_GT(db.scalar("SELECT count(*) FROM " + loads + " WHERE load < 50"), 0);
  EXPECT_GT(db.scalar("SELECT count(*) FROM " + loads + " WHERE load > 70"), 0);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM assignments AS a JOIN organizations AS o ON o.code = "
                      "a.organization "
                      "WHERE o.remote = 1 AND a.mode <> 'remote'"),
            0);
}

TEST(Demo, AMethodistIsAssignedWithinTheOwnAreaOfSubjects) {
  EXPECT_EQ(
      region().scalar(
          "SELECT count(*) FROM assignments AS a JOIN methodists AS m ON m.code = a.methodist "
          "JOIN subjects AS s ON s.code = m.subject JOIN subjects AS t ON t.code = a.subject "
          "WHERE s.area <> t.area"),
      0);
}

TEST(Demo, RefusesARegistryThatHoldsRows) {
  auto db = empty_registry();
  db.execute("INSERT INTO territories (code, name) VALUES ('yug', 'Юг')");
  try {
    make_demo(db, profile(), kData, {0.01, 1, kToday});
    FAIL() << "a filled registry was accepted";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("territories"));
  }
  EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 0);
}

TEST(Demo, RefusesAScaleOutOfRange) {
  for (const double scale : {0.0, -1.0, 0.0001, 1e6}) {
    auto db = empty_registry();
    EXPECT_THROW(make_demo(db, profile(), kData, {scale, 1, kToday}), base::Failure) << scale;
  }
}

TEST(Demo, WrongSettingsAreNamedWithFileAndLine) {
  auto p = profile();
  p.document_kinds.clear();
  auto db = empty_registry();
  try {
    make_demo(db, p, kData, {0.01, 1, kToday});
    FAIL() << "unknown document kinds were accepted";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("demo.toml, строка"));
    EXPECT_THAT(failure.what(), HasSubstr("work_plan"));
  }
}

TEST(Demo, WorksOnTheFirstAndTheLastDayOfASchoolYear) {
  for (const base::Date day : {base::Date(2025, 9, 1), base::Date(2026, 8, 31)}) {
    auto db = made(0.01, 3, day);
    EXPECT_EQ(
        db.scalar("SELECT count(*) FROM lesson_visits WHERE visited_on > '" + day.iso() + "'"), 0);
    EXPECT_EQ(db.scalar("SELECT count(*) FROM municipalities"), 58);
  }
}

}  // namespace
}  // namespace metodaktiv::demo
