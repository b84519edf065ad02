#include "publication/publication.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/files.h"
#include "publication/disclosed.h"
#include "support/small_registry.h"

namespace metodaktiv::publication {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr base::Date kAsOf(2025, 11, 20);

/// Everybody has a canary for a name; only those called "Открыт…" may be seen.
constexpr const char* kPeople = R"sql(
UPDATE municipalities SET ums_head = 'Тайная Глава' WHERE code = 'alpha';
UPDATE municipalities SET ums_head = 'Открытая Глава', ums_head_consent = 1 WHERE code = 'beta';
INSERT INTO teachers (code, organization, last_name, first_name, subject, birth_date) VALUES
  ('t1', 'alpha-1', 'Тайнаучительская', 'Т', 'maths', '1987-06-05');
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, excluded_on,
                        consent_on, consent_withdrawn_on, public_email, about) VALUES
  ('open', 'Открытая', 'О', 'alpha', 'alpha-1', 'maths', '2024-01-01', NULL, '2024-01-01', NULL, 'secret-open@e.ru', 'Тайный рассказ'),
  ('mail', 'Открытаяпочта', 'О', 'alpha', 'alpha-1', 'maths', '2024-01-01', NULL, '2024-01-01', NULL, 'open@e.ru', NULL),
  ('silent', 'Тайнаямолчит', 'Т', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, NULL, NULL, 'secret-silent@e.ru', NULL),
  ('withdrawn', 'Тайнаяотозвала', 'Т', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, '2024-01-01', '2026-01-01', NULL, NULL),
  ('later', 'Тайнаяпозже', 'Т', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, '2025-11-21', NULL, NULL, NULL),
  ('again', 'Открытаяснова', 'О', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, '2025-02-01', '2025-01-01', NULL, NULL),
  ('gone', 'Тайнаябывшая', 'Т', 'beta', 'beta-1', 'maths', '2024-01-01', '2025-01-01', '2024-01-01', NULL, NULL, NULL),
  ('narrow', 'Открытаяузко', 'О', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, '2024-01-01', NULL, NULL, NULL),
  ('noname', 'Тайнаябезимени', 'Т', 'beta', 'beta-1', 'maths', '2024-01-01', NULL, '2024-01-01', NULL, NULL, NULL);
INSERT INTO consents (methodist, field, site, given_on, expires_on, withdrawn_on) VALUES
  ('mail', 'email', '', '2024-01-01', NULL, NULL), ('open', 'email', '', '2024-01-01', '2025-11-20', NULL),
  ('open', 'about', 'https://other.example.ru', '2024-01-01', NULL, NULL), ('silent', 'email', '', '2024-01-01', NULL, NULL),
  ('narrow', 'organization', '', '2024-01-01', NULL, '2025-01-01'), ('noname', 'name', 'https://RMA.example.ru', '2024-01-01', NULL, '2025-01-01');
INSERT INTO assignments VALUES ('open', 'alpha-1', '2025/2026', NULL, 60, NULL), ('silent', 'beta-1', '2025/2026', NULL, 50, NULL),
  ('narrow', 'beta-1', '2025/2026', NULL, 7, NULL);
INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year, authors, authors_consent) VALUES
  ('p1', 'alpha', 'Практика', 'pedagogical', 'А', 'Т', 'published', 2025, 'Тайный Автор', 0),
  ('p2', 'alpha', 'Практика', 'pedagogical', 'А', 'Т', 'published', 2025, 'Открытый Автор', 1),
  ('p3', 'alpha', 'Тайный черновик', 'pedagogical', 'А', 'Т', 'draft', 2025, 'Тайный Автор', 1);
INSERT INTO associations (code, municipality, name, kind, head, head_consent) VALUES
  ('g1', 'alpha', 'ГМО', 'gmo', 'Тайный Руководитель', NULL);
)sql";

class PublicationTest : public testing::Test {
 protected:
  PublicationTest() : folder_("publication") {
    profile_.code = "r";
    profile_.name = "Р";
    profile_.norms = {50, 70, {}};
    config::IndicatorDefinition d;
    d.id = "teachers";
    d.unit = config::Unit::kCount;
    d.sql = "SELECT municipality, count(*), NULL FROM current_teachers GROUP BY 1";
    profile_.indicators = {d};
  }

  std::filesystem::path publish(const std::string& sql) {
    const auto file = test::make_registry(folder_, test::kPlaces + sql);
    const auto results = indicators::compute(file, profile_, kAsOf, 1);
    auto db = registry::open_registry(file);
    const auto form1 = indicators::form1(db, profile_, kAsOf);
    const auto out = folder_.path() / "publication.db";
    write_publication({file, test::project_folder() / "data/publication.sql", profile_, results,
                       form1, {}, kAsOf, "1", "https://rma.example.ru/"},
                      out);
    return out;
  }

  test::TempFolder folder_;
  config::RegionProfile profile_;
};

TEST_F(PublicationTest, OnlyConsentingPeopleAreNamed) {
  const auto out = publish(kPeople);
  const std::string bytes = base::read_file(out);
  EXPECT_THAT(bytes, Not(HasSubstr("Тайн")));
  EXPECT_THAT(bytes, Not(HasSubstr("secret-")));
  EXPECT_THAT(bytes, Not(HasSubstr("1987-06-05")));
  for (const auto* open :
       {"Открытая Глава", "Открытаяпочта", "open@e.ru", "Открытаяснова", "Открытый Автор"}) {
    EXPECT_THAT(bytes, HasSubstr(open));
  }
}

TEST_F(PublicationTest, EverybodyActiveIsCounted) {
  registry::Database db(publish(kPeople), registry::Database::Mode::kReadOnly);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM roster"), 8);
  EXPECT_EQ(
      db.scalar("SELECT count(*) FROM roster WHERE methodist IS NULL AND municipality = 'beta'"),
      4);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM methodists"), 4);
  EXPECT_EQ(db.scalar("SELECT actual FROM form1 WHERE scope = 'municipality' AND code = 'beta' AND "
                      "subject = ''"),
            6);
  EXPECT_EQ(db.scalar("SELECT sum(teachers_count) FROM assignments WHERE methodist IS NULL"), 57);
  EXPECT_EQ(db.scalar("SELECT count(*) FROM methodists WHERE code = 'narrow' AND organization IS "
                      "NULL AND subject = 'maths'"),
            1);
}

TEST_F(PublicationTest, SmallCountsAreSuppressedAndEmpty) {
  registry::Database db(publish(test::teachers("a", "alpha-1", "maths", 3) +
                                test::teachers("b", "beta-1", "maths", 9) +
                                test::teachers("c", "gamma-1", "maths", 20)),
                        registry::Database::Mode::kReadOnly);
  const auto status = [&](const std::string& code) {
    auto q = db.prepare(
        "SELECT status, value, numerator FROM indicator_values WHERE school_year = '2025/2026' AND "
        "code = ?");
    q.bind(1, code);
    EXPECT_TRUE(q.next());
    EXPECT_EQ(q.is_null(2), q.text(0) == "suppressed");
    return q.text(0);
  };
  EXPECT_EQ(status("alpha"), "suppressed");
  EXPECT_EQ(status("beta"), "suppressed");  // else alpha follows from the territory's total
  EXPECT_EQ(status("gamma"), "info");
  EXPECT_EQ(status("north"), "info");
  EXPECT_EQ(status("r"), "info");
  EXPECT_EQ(db.scalar("SELECT count(*) FROM form1 WHERE code = 'alpha' AND subject = 'maths' AND "
                      "teachers IS NULL "
                      "AND recommended_min IS NULL"),
            1);
}

TEST_F(PublicationTest, AnExistingFileIsNeverReused) {
  const auto out = publish("");
  const auto results = indicators::Results({"2025/2026"}, {{}}, {});
  EXPECT_THROW(write_publication({folder_.path() / "registry.db",
                                  test::project_folder() / "data/publication.sql",
                                  profile_,
                                  results,
                                  {},
                                  {},
                                  kAsOf,
                                  "1",
                                  {}},
                                 out),
               base::Failure);
}

}  // namespace
}  // namespace metodaktiv::publication
