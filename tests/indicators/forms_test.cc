#include "indicators/forms.h"

#include <gtest/gtest.h>

#include "support/small_registry.h"

namespace metodaktiv::indicators {
namespace {

const config::Norms kNorms{50, 70, {}};

TEST(RecommendedTest, OneMethodistPerFiftyToSeventyTeachers) {
  EXPECT_EQ(recommended(0, kNorms), (std::pair<long long, long long>(0, 0)));
  EXPECT_EQ(recommended(1, kNorms), (std::pair<long long, long long>(1, 1)));
  EXPECT_EQ(recommended(70, kNorms), (std::pair<long long, long long>(1, 1)));
  EXPECT_EQ(recommended(71, kNorms), (std::pair<long long, long long>(2, 2)));
  EXPECT_EQ(recommended(200, kNorms), (std::pair<long long, long long>(3, 4)));
  EXPECT_EQ(shown_recommended(3, 4), "3–4");
  EXPECT_EQ(shown_recommended(3, 3), "3");
}

TEST(Form1Test, SubjectsInTheirOrderAndTotals) {
  const test::TempFolder folder("form1");
  const auto file = test::make_registry(
      folder, std::string(test::kPlaces) + test::teachers("a", "alpha-1", "maths", 71) +
                  test::teachers("b", "beta-1", "russian", 2) +
                  "UPDATE teachers SET dismissed_on = '2025-01-01' WHERE code = 'b2';"
                  "INSERT INTO methodists (code, last_name, first_name, municipality, subject, "
                  "included_on) VALUES "
                  "('m1', 'А', 'А', 'alpha', 'maths', '2025-01-01'), ('m2', 'Б', 'Б', 'alpha', "
                  "'maths', '2026-01-01');");
  auto db = registry::open_registry(file);
  config::RegionProfile profile;
  profile.code = "r";
  profile.name = "Р";
  profile.norms = kNorms;
  const auto forms = form1(db, profile, base::Date(2025, 11, 20));
  ASSERT_EQ(forms.size(), 4U);
  EXPECT_EQ(forms[0].scope, Scope::kRegion);
  EXPECT_EQ(forms[0].rows[0].subject, "russian");
  EXPECT_EQ(forms[0].rows[0].teachers, 1);
  EXPECT_EQ(forms[0].rows[1].teachers, 71);
  EXPECT_EQ(forms[0].rows[1].recommended_min, 2);
  EXPECT_EQ(forms[0].rows[1].actual, 1);  // m2 joins later
  EXPECT_EQ(forms[0].total.teachers, 72);
  EXPECT_EQ(forms[2].code, "beta");
  EXPECT_EQ(forms[2].rows[1].teachers, 0);
  EXPECT_EQ(forms[2].rows[1].recommended_max, 0);
}

TEST(Form2Test, AssignmentsOfActiveMethodistsThisYear) {
  const test::TempFolder folder("form2");
  const auto file = test::make_registry(
      folder,
      std::string(test::kPlaces) +
          "INSERT INTO methodists (code, last_name, first_name, patronymic, municipality, subject, "
          "included_on, excluded_on) VALUES "
          "('m2', 'Белова', 'Анна', NULL, 'beta', 'maths', '2025-01-01', NULL),"
          "('m1', 'Авдеева', 'Анна', 'Петровна', 'alpha', 'maths', '2025-01-01', NULL),"
          "('m3', 'Ветрова', 'Анна', NULL, 'alpha', 'maths', '2025-01-01', '2025-06-01');"
          "INSERT INTO assignments VALUES ('m2', 'alpha-1', '2025/2026', NULL, 40, 'remote'),"
          "('m1', 'alpha-1', '2025/2026', 'russian', 55, NULL), ('m1', 'alpha-1', '2024/2025', "
          "NULL, 9, NULL),"
          "('m3', 'alpha-1', '2025/2026', NULL, 9, NULL);");
  auto db = registry::open_registry(file);
  const auto rows = form2(db, base::Date(2025, 11, 20));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].full_name, "Авдеева Анна Петровна");
  EXPECT_EQ(rows[0].subject, "русский язык");  // the assignment's own subject
  EXPECT_EQ(rows[1].methodist, "m2");
  EXPECT_EQ(rows[1].subject, "математика");  // the methodist's
  EXPECT_EQ(rows[1].municipality, "alpha");  // where the organization is
  EXPECT_EQ(rows[1].mode, "remote");
}

}  // namespace
}  // namespace metodaktiv::indicators
