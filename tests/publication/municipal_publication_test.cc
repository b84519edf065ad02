#include "publication/municipal_publication.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "publication/publication.h"
#include "publication/published.h"
#include "support/small_registry.h"

namespace metodaktiv::publication {
namespace {

using registry::Database;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr base::Date kAsOf(2025, 11, 20);

/// Анна of Альфа works for a school of Бета, Борис of Бета for a school of Альфа.
constexpr const char* kPeople = R"sql(
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, consent_on,
                        public_email, about) VALUES
  ('anna', 'Аннова', 'А', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01', 'anna@e.ru', 'Об Анне'),
  ('silent', 'Молчанова', 'М', 'alpha', 'alpha-1', 'maths', '2024-01-01', NULL, NULL, NULL),
  ('boris', 'Борисов', 'Б', 'beta', 'beta-1', 'russian', '2024-01-01', '2024-01-01', 'boris@e.ru', NULL),
  ('vera', 'Верова', 'В', 'beta', 'beta-1', 'russian', '2024-01-01', '2024-01-01', NULL, NULL),
  ('galya', 'Галина', 'Г', 'gamma', 'gamma-1', 'maths', '2024-01-01', '2024-01-01', NULL, NULL);
INSERT INTO consents (methodist, field, site, given_on) VALUES
  ('anna', 'email', 'https://rma.example.ru', '2024-01-01'), ('anna', 'about', '', '2024-01-01'),
  ('boris', 'email', '', '2024-01-01');
INSERT INTO assignments VALUES ('anna', 'beta-1', '2025/2026', NULL, 3, NULL), ('boris', 'alpha-1', '2025/2026', NULL, 5, NULL),
  ('vera', 'beta-1', '2025/2026', NULL, 7, NULL), ('silent', 'alpha-1', '2025/2026', NULL, 9, NULL);
INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year) VALUES
  ('pa', 'alpha', 'П', 'pedagogical', 'А', 'Т', 'published', 2025), ('pb', 'beta', 'П', 'pedagogical', 'А', 'Т', 'published', 2025);
INSERT INTO events (code, title, kind, starts_on, municipality) VALUES
  ('er', 'Р', 'week', '2025-11-21', NULL), ('ea', 'А', 'week', '2025-11-21', 'alpha'), ('eb', 'Б', 'week', '2025-11-21', 'beta');
)sql";

class MunicipalPublicationTest : public testing::Test {
 protected:
  MunicipalPublicationTest() : folder_("municipal-publication") {
    profile_.code = "r";
    profile_.name = "Р";
    profile_.norms = {50, 70, {}};
    config::IndicatorDefinition d;
    d.id = "people";
    d.unit = config::Unit::kCount;
    d.sql = "SELECT municipality, count(*), NULL FROM active_methodists GROUP BY 1";
    profile_.indicators = {d};
  }

  std::filesystem::path region(const std::string& extra = {}) {
    const auto file = test::make_registry(folder_, std::string(test::kPlaces) + kPeople + extra);
    const auto results = indicators::compute(file, profile_, kAsOf, 1);
    auto db = registry::open_registry(file);
    const auto form1 = indicators::form1(db, profile_, kAsOf);
    const auto out = folder_.path() / "publication.db";
    write_publication({file,
                       test::project_folder() / "data/publication.sql",
                       profile_,
                       results,
                       form1,
                       {},
                       kAsOf,
                       "1",
                       "https://rma.example.ru/"},
                      out);
    return out;
  }

  Database municipal(const std::string& code, const std::string& extra = {},
                     const std::string& site = "https://alpha.example.ru/") {
    const auto out = folder_.path() / (code + ".db");
    write_municipal_publication(
        {region(extra), test::project_folder() / "data/municipality.sql", code, site}, out);
    return Database(out, Database::Mode::kReadOnly);
  }

  static std::vector<std::string> column(Database& db, const std::string& sql) {
    std::vector<std::string> values;
    auto query = db.prepare(sql);
    while (query.next()) values.push_back(query.text_or_empty(0));
    return values;
  }

  test::TempFolder folder_;
  config::RegionProfile profile_;
};

TEST_F(MunicipalPublicationTest, EveryTableIsDecidedUpon) {
  const auto script = base::read_file(test::project_folder() / "data/municipality.sql");
  Database db(region(), Database::Mode::kReadOnly);
  const auto tables = column(db, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  ASSERT_GT(tables.size(), 15U);
  for (const auto& table : tables) {
    EXPECT_THAT(script, testing::ContainsRegex("[ \n]" + table + "[ \n]")) << table;
  }
}

TEST_F(MunicipalPublicationTest, HoldsItsOwnAndWhatItsAssignmentsName) {
  auto db = municipal("alpha");
  EXPECT_THAT(column(db, "SELECT code FROM methodists ORDER BY 1"), ElementsAre("anna", "boris"));
  EXPECT_THAT(column(db, "SELECT code FROM organizations ORDER BY 1"),
              ElementsAre("alpha-1", "beta-1"));
  EXPECT_THAT(column(db, "SELECT code FROM municipalities ORDER BY 1"),
              ElementsAre("alpha", "beta"));
  EXPECT_THAT(column(db, "SELECT ifnull(methodist, '') FROM assignments ORDER BY 1"),
              ElementsAre("", "anna", "boris"));
  EXPECT_THAT(column(db, "SELECT slug FROM practices"), ElementsAre("pa"));
  EXPECT_THAT(column(db, "SELECT code FROM events ORDER BY 1"), ElementsAre("ea", "er"));
  EXPECT_THAT(column(db, "SELECT scope || code FROM indicator_values GROUP BY 1"),
              UnorderedElementsAre("regionr", "municipalityalpha", "territorynorth"));
  EXPECT_THAT(column(db, "SELECT DISTINCT code FROM form1 WHERE scope = 'municipality'"),
              ElementsAre("alpha"));
  EXPECT_THAT(column(db, "SELECT value FROM about WHERE key = 'municipality'"),
              ElementsAre("alpha"));
}

TEST_F(MunicipalPublicationTest, OfOthersOnlyWhatFormTwoShows) {
  auto db = municipal("alpha");
  EXPECT_EQ(db.scalar("SELECT count(*) FROM methodists WHERE code = 'boris' AND email IS NULL AND "
                      "organization IS NULL AND included_on IS NULL AND municipality = 'beta'"),
            1);
  EXPECT_EQ(
      db.scalar("SELECT count(*) FROM municipalities WHERE code = 'beta' AND ums_site IS NULL"), 1);
  EXPECT_EQ(
      db.scalar("SELECT count(*) FROM municipalities WHERE code = 'alpha' AND ums_site IS NULL"),
      0);
}

TEST_F(MunicipalPublicationTest, PeopleWithoutConsentAreStillCounted) {
  auto db = municipal("alpha");
  EXPECT_EQ(db.scalar("SELECT count(*) FROM roster WHERE municipality = 'alpha'"), 2);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM roster WHERE methodist IS NULL"), 1);
}

TEST_F(MunicipalPublicationTest, ConsentForTheRegionsSiteIsNoneForThisOne) {
  auto other = municipal("alpha");
  EXPECT_THAT(column(other, "SELECT email FROM methodists WHERE code = 'anna'"), ElementsAre(""));
  EXPECT_THAT(column(other, "SELECT about FROM methodists WHERE code = 'anna'"), ElementsAre(""))
      << "a consent without an address is for the region's site";
  EXPECT_THAT(column(other, "SELECT methodist FROM conditions"), IsEmpty());
}

TEST_F(MunicipalPublicationTest, ConsentForThisSiteToo) {
  auto db = municipal("alpha",
                      "INSERT INTO consents (methodist, field, site, given_on) VALUES "
                      "('anna', 'email', 'https://ALPHA.example.ru', '2024-01-01');");
  EXPECT_THAT(column(db, "SELECT email FROM methodists WHERE code = 'anna'"),
              ElementsAre("anna@e.ru"));
}

TEST_F(MunicipalPublicationTest, ConsentThatEndedForThisSite) {
  auto db =
      municipal("alpha",
                "INSERT INTO consents (methodist, field, site, given_on, withdrawn_on) VALUES "
                "('anna', 'name', 'https://alpha.example.ru/', '2024-01-01', '2025-01-01'), "
                "('boris', 'subject', 'https://alpha.example.ru/', '2024-01-01', '2025-01-01'), "
                "('vera', 'name', 'https://elsewhere.example.ru/', '2024-01-01', '2025-01-01');");
  EXPECT_THAT(column(db, "SELECT code FROM methodists"), ElementsAre("boris"));
  EXPECT_EQ(db.scalar("SELECT count(*) FROM roster WHERE municipality = 'alpha'"), 2) << "counted";
  EXPECT_EQ(db.scalar("SELECT count(*) FROM methodists WHERE subject IS NOT NULL"), 0);
  const auto bytes = base::read_file(folder_.path() / "alpha.db");
  EXPECT_THAT(bytes, testing::Not(HasSubstr("Аннова"))) << "deleted rows leave no trace";
  EXPECT_THAT(bytes, testing::Not(HasSubstr("Верова")));
}

TEST_F(MunicipalPublicationTest, MunicipalityWithNothing) {
  auto db = municipal("gamma");
  EXPECT_THAT(column(db, "SELECT code FROM methodists"), ElementsAre("galya"));
  EXPECT_THAT(column(db, "SELECT code FROM municipalities"), ElementsAre("gamma"));
  EXPECT_THAT(column(db, "SELECT code FROM territories"), IsEmpty());
  EXPECT_EQ(db.scalar("SELECT count(*) FROM indicator_values WHERE scope = 'territory'"), 0);
}

TEST_F(MunicipalPublicationTest, PublicationSaysWhatItIs) {
  const auto published = read_published(region());
  EXPECT_EQ(published.region, "r");
  EXPECT_EQ(published.as_of, kAsOf);
  EXPECT_EQ(published.school_year, "2025/2026");
  ASSERT_EQ(published.municipalities.size(), 3U);
  EXPECT_EQ(find_municipality(published.municipalities, "альфа").code, "alpha");
  EXPECT_EQ(find_municipality(published.municipalities, "gamma").name, "Гамма");
}

template <typename Call>
std::string failure_of(Call call) {
  try {
    call();
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return {};
}

TEST_F(MunicipalPublicationTest, OthersAreRefused) {
  const auto publication = region();
  const auto registry_file = folder_.path() / "registry.db";
  EXPECT_THAT(failure_of([&] { read_published(registry_file); }), HasSubstr("реестр"));
  const auto own = folder_.path() / "alpha.db";
  write_municipal_publication(
      {publication, test::project_folder() / "data/municipality.sql", "alpha", ""}, own);
  EXPECT_THAT(failure_of([&] { read_published(own); }), HasSubstr("одного муниципалитета"));
  const auto published = read_published(publication);
  EXPECT_THAT(failure_of([&] { find_municipality(published.municipalities, "alfa"); }),
              testing::AllOf(HasSubstr("alfa"), HasSubstr("alpha (Альфа)"), HasSubstr("gamma")));
}

}  // namespace
}  // namespace metodaktiv::publication
