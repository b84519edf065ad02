#include "quality/profile_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "quality/profile_queries.h"
#include "support/small_registry.h"

namespace metodaktiv::test {
namespace {

namespace fs = std::filesystem;
using base::Severity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr base::Date kDay(2025, 11, 20);

/// A project of its own with one small region that there is nothing to say about.
class ProfileCheckTest : public testing::Test {
 protected:
  ProfileCheckTest() : folder_("profile-check") {
    fs::create_directories(data());
    fs::copy(project_folder() / "data" / "forms", data() / "forms");
    fs::copy(project_folder() / "data" / "schema.sql", data() / "schema.sql");
    write("../../checks/1-own.toml", R"(
[[checks]]
id = "no-head"
severity = "warning"
table = "municipalities"
title = "Нет руководителя"
message = "Руководитель не указан."
remedy = "Впишите."
query = '''
SELECT code AS municipality, code AS key, 'ums_head' AS column, NULL AS value
FROM municipalities WHERE ums_head IS NULL'''
)");
    write("profile.toml", kProfile);
    write("functions.toml", R"(source = "Положение")");
    write("indicators.toml", kIndicators);
    write("own.sql", kIndicatorSql);
    write("parts.sql",
          "SELECT municipality, 'a' AS key, count(*) AS count\n"
          "FROM active_methodists GROUP BY municipality");
    write("site.toml",
          "base_url = \"https://example.ru/\"\ntitle = \"Сайт\"\ndescription = \"О сайте\"\n"
          "[theme]\naccent = \"#1f5f8b\"\n");
    write("content/asset.md", "+++\ntitle = \"Об активе\"\n+++\nТекст\n");
  }

  [[nodiscard]] fs::path project() const { return folder_.path(); }
  [[nodiscard]] fs::path data() const { return project() / "data"; }
  [[nodiscard]] fs::path region() const { return data() / "regions" / "test"; }

  void write(const std::string& name, std::string_view text) const {
    const auto file = (region() / name).lexically_normal();
    fs::create_directories(file.parent_path());
    base::write_file(file, text);
  }

  void replace(const std::string& name, std::string_view old, std::string_view now) const {
    auto text = base::read_file(region() / name);
    const auto at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    base::write_file(region() / name, text.replace(at, old.size(), now));
  }

  [[nodiscard]] std::vector<base::Finding> check() const {
    const auto forms = config::load_form_definitions(data() / "forms");
    return quality::check_profile(project(), "test", forms, kDay).findings.sorted();
  }

  /// The only finding, as "file:line message".
  [[nodiscard]] std::string only(Severity severity) const {
    const auto list = check();
    if (list.size() != 1) {
      std::string all = std::to_string(list.size()) + " findings";
      for (const auto& finding : list) all += "\n" + base::to_text(finding);
      return all;
    }
    EXPECT_EQ(list[0].severity, severity);
    EXPECT_THAT(list[0].remedy, Not(IsEmpty()));
    const auto name = fs::path(list[0].place.file).filename().string();
    return name + ":" + std::to_string(list[0].place.row) + " " + list[0].message;
  }

  static constexpr std::string_view kProfile = R"(code = "test"
name = "Тестовая область"
name_genitive = "Тестовой области"
name_prepositional = "Тестовой области"
time_zone = "Europe/Moscow"
[operator]
short = "Ц"
name = "Центр"
organization_short = "И"
organization = "Институт"
[terms]
asset_short = "А"
asset = "актив"
service_short = "С"
service = "служба"
service_plural = "службы"
association_short = "О"
association = "объединение"
association_plural = "объединения"
assessment_short = "Д"
assessment = "диагностика"
route_short = "М"
route = "маршрут"
[norms]
load_min = 50
load_max = 70
[disclosure]
k = 5
[[levels]]
key = "one"
title = "первый"
[[criteria]]
key = "experience"
title = "Стаж"
rule = "experience >= 5"
source = "п. 1"
[[criteria]]
key = "school"
title = "Школа"
rule = "organization_kind = 'school'"
source = "п. 2"
[[document_kinds]]
key = "plan"
title = "План"
[[municipalities]]
code = "alpha"
name = "Альфа"
name_genitive = "района Альфа"
name_prepositional = "районе Альфа"
[[municipalities]]
code = "beta"
name = "Бета"
name_genitive = "района Бета"
name_prepositional = "районе Бета"
)";

  static constexpr std::string_view kIndicators = R"(
[[groups]]
key = "g"
title = "Группа"
[[indicators]]
id = "own"
group = "g"
title = "Свой"
unit = "count"
source = "п. 3"
query = "own.sql"
numerator = "методисты"
counts = "methodists"
[[distributions]]
id = "parts"
title = "Части"
unit = "методистов"
source = "п. 4"
counts = "methodists"
query = "parts.sql"
[[distributions.values]]
key = "a"
title = "А"
)";

  static constexpr std::string_view kIndicatorSql = R"(-- Methodists.
SELECT m.code AS municipality,
       count(a.code) AS numerator,
       NULL AS denominator
FROM municipalities AS m
LEFT JOIN active_methodists AS a ON a.municipality = m.code
GROUP BY m.code
)";

 private:
  TempFolder folder_;
};

TEST_F(ProfileCheckTest, NothingToSayAboutACleanProfile) {
  for (const auto& finding : check()) ADD_FAILURE() << base::to_text(finding);
}

TEST_F(ProfileCheckTest, AnUnknownRegionStopsIt) {
  const auto forms = config::load_form_definitions(data() / "forms");
  EXPECT_THROW(quality::check_profile(project(), "atlantis", forms, kDay), base::Failure);
}

TEST_F(ProfileCheckTest, AMisspeltColumnOfAnIndicatorIsNamedWithItsLine) {
  replace("own.sql", "count(a.code)", "count(a.cod)");
  EXPECT_THAT(only(Severity::kError), AllOf(HasSubstr("own.sql:3 "), HasSubstr("Свой"),
                                            HasSubstr("столбец, которого нет: a.cod")));
}

TEST_F(ProfileCheckTest, AQueryOfAnotherShapeIsFound) {
  replace("own.sql", ",\n       NULL AS denominator", "");
  EXPECT_THAT(only(Severity::kError), AllOf(HasSubstr("own.sql:"), HasSubstr("столбцов: 2")));
}

TEST_F(ProfileCheckTest, AMunicipalityTwiceIsFoundWithoutData) {
  write("own.sql", "SELECT m.code, 0, NULL FROM municipalities AS m, elapsed_months");
  EXPECT_THAT(only(Severity::kError), HasSubstr("дважды"));
}

TEST_F(ProfileCheckTest, AnEmptyNumeratorIsFoundWithoutData) {
  replace("own.sql", "count(a.code) AS numerator", "sum(a.experience) AS numerator");
  EXPECT_THAT(only(Severity::kError), HasSubstr("числитель"));
}

TEST_F(ProfileCheckTest, AWrongDistributionIsNamed) {
  replace("parts.sql", "active_methodists", "active_methodist");
  EXPECT_THAT(only(Severity::kError), AllOf(HasSubstr("parts.sql:2 "), HasSubstr("Части")));
}

TEST_F(ProfileCheckTest, EveryWrongCriterionIsNamedWithItsLine) {
  replace("profile.toml", "experience >= 5", "expirience >= 5");
  replace("profile.toml", "organization_kind = 'school'", "organization_kind IS IN");
  const auto list = check();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].place.row, 35);
  EXPECT_THAT(list[0].message, HasSubstr("Стаж"));
  EXPECT_EQ(list[1].place.row, 40);
  EXPECT_THAT(list[1].message, HasSubstr("Школа"));
}

TEST_F(ProfileCheckTest, AWrongCheckIsNamedWithTheLineOfItsQuery) {
  write("checks.toml", R"(
[[checks]]
id = "own"
severity = "warning"
table = "teachers"
title = "Своя"
message = "Так."
remedy = "Иначе."
query = '''
SELECT municipality, code AS key, NULL AS column, NULL AS value
FROM current_teacher'''
)");
  EXPECT_THAT(only(Severity::kError), AllOf(HasSubstr("checks.toml:11 "), HasSubstr("Своя")));
}

TEST_F(ProfileCheckTest, AllFilesAreReportedAtOnce) {
  replace("profile.toml", "k = 5", "k = 1");
  replace("indicators.toml", "counts = \"methodists\"", "count = \"methodists\"");
  replace("site.toml", "#1f5f8b", "blue");
  write("checks.toml", "[[changes]]\nid = \"nowhere\"\n");
  write("content/broken.md", "no head\n");
  write("own.sql", "SELECT nothing");
  std::vector<std::string> files;
  for (const auto& finding : check()) {
    const auto name = fs::path(finding.place.file).filename().string();
    if (finding.severity == Severity::kError) files.push_back(name);
  }
  for (const auto* name :
       {"profile.toml", "indicators.toml", "site.toml", "checks.toml", "broken.md", "own.sql"}) {
    EXPECT_THAT(files, Contains(name));
  }
}

TEST_F(ProfileCheckTest, AProfileThatCannotBeReadIsTheOnlyFinding) {
  replace("profile.toml", "name = \"Тестовая область\"", "name = \"Тестовая область");
  const auto list = check();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].place.row, 2);
}

TEST_F(ProfileCheckTest, AMissingFileIsAFinding) {
  fs::remove(region() / "site.toml");
  const auto list = check();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_THAT(list[0].place.file, HasSubstr("site.toml"));
}

TEST_F(ProfileCheckTest, AMunicipalityWithoutCasesIsAWarning) {
  replace("profile.toml", "name_genitive = \"района Бета\"\n", "");
  EXPECT_THAT(only(Severity::kWarning),
              AllOf(HasSubstr("profile.toml:50 "), HasSubstr("Бета"), HasSubstr("name_genitive")));
}

TEST_F(ProfileCheckTest, ATerritoryThatIsNotListedIsAnError) {
  replace("profile.toml", "code = \"beta\"\n", "code = \"beta\"\nterritory = \"north\"\n");
  EXPECT_THAT(only(Severity::kError), AllOf(HasSubstr("profile.toml:50 "), HasSubstr("Бета")));
}

TEST_F(ProfileCheckTest, ADocumentKindThatTheProfileLacksIsAWarning) {
  write("own.sql",
        "SELECT m.code, count(d.code), NULL FROM municipalities AS m\n"
        "LEFT JOIN documents AS d ON d.municipality = m.code AND d.kind IN ('plan', 'report')\n"
        "GROUP BY m.code");
  EXPECT_THAT(only(Severity::kWarning), HasSubstr("own.sql:2 "));
}

TEST_F(ProfileCheckTest, ACodeOnTheMapThatTheProfileLacksIsAWarning) {
  write("map.toml",
        "rows = [\"Аль Бет Гам\"]\n[places]\n\"Аль\" = \"alpha\"\n\"Бет\" = \"beta\"\n"
        "\"Гам\" = \"gamma\"\n");
  EXPECT_EQ(only(Severity::kWarning),
            "map.toml:5 На карте стоит «Гам», а муниципалитета с таким кодом в профиле нет: плитки "
            "не будет.");
}

TEST_F(ProfileCheckTest, AMunicipalityWithoutAPlaceOnTheMapIsAWarning) {
  write("map.toml", "rows = [\"Аль\"]\n[places]\n\"Аль\" = \"alpha\"\n");
  EXPECT_EQ(only(Severity::kWarning),
            "map.toml:0 Муниципалитета «Бета» нет на карте: он встанет отдельно, под ней.");
}

TEST_F(ProfileCheckTest, ATileTwiceIsAnErrorWithItsLine) {
  write("map.toml",
        "rows = [\n\"Аль Бет\",\n\". Аль\"\n]\n[places]\n\"Аль\" = \"alpha\"\n"
        "\"Бет\" = \"beta\"\n");
  EXPECT_EQ(only(Severity::kError), "map.toml:3 Сокращение стоит на карте дважды.");
}

TEST_F(ProfileCheckTest, AnAccentThatIsHardToSeeIsAWarning) {
  replace("site.toml", "#1f5f8b", "#8fb4cf");
  EXPECT_THAT(only(Severity::kWarning), AllOf(HasSubstr("site.toml:5 "), HasSubstr("на белом")));
  replace("site.toml", "#8fb4cf", "#101060");
  EXPECT_THAT(only(Severity::kWarning), HasSubstr("на чёрном"));
}

}  // namespace
}  // namespace metodaktiv::test
