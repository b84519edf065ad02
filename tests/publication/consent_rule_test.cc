// Who may be shown with what and where: every field × every state of its consent × every kind of
// site. What is expected follows from the rule (docs/outputs.md, "Consent"), not from the gate.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "base/files.h"
#include "publication/municipal_publication.h"
#include "publication/publication.h"
#include "support/small_registry.h"

namespace metodaktiv::publication {
namespace {

using registry::Database;

constexpr base::Date kAsOf(2025, 11, 20);
constexpr const char* kRegionSite = "https://rma.example.ru/";
constexpr const char* kOwnSite = "https://alpha.example.ru/";

enum class Target { kRegion, kOwn, kOwnFromPublication };

struct State {
  const char* name;
  /// Rows of consents: site, given, expires, withdrawn; site "*" stands for the site in question.
  std::vector<std::array<const char*, 4>> rows;
  /// Whether a row is in force: on the site in question, on the region's.
  bool here, on_region;
};

const std::vector<State>& states() {
  static const std::vector<State> all = {
      {"none", {}, false, false},
      {"valid", {{"*", "2024-01-01", "", ""}}, true, false},
      {"since_today", {{"*", "2025-11-20", "", ""}}, true, false},
      {"from_tomorrow", {{"*", "2025-11-21", "", ""}}, false, false},
      {"until_tomorrow", {{"*", "2024-01-01", "2025-11-21", ""}}, true, false},
      {"expired_today", {{"*", "2024-01-01", "2025-11-20", ""}}, false, false},
      {"withdrawn", {{"*", "2024-01-01", "", "2025-01-01"}}, false, false},
      {"withdrawn_same_day", {{"*", "2024-01-01", "", "2024-01-01"}}, false, false},
      {"withdrawn_tomorrow", {{"*", "2024-01-01", "", "2025-11-21"}}, false, false},
      {"given_anew", {{"*", "2025-02-01", "", "2025-01-01"}}, true, false},
      {"other_site", {{"https://other.example.ru", "2024-01-01", "", ""}}, false, false},
      {"other_site_ended",
       {{"https://other.example.ru", "2024-01-01", "", "2025-01-01"}},
       false,
       false},
      {"no_address", {{"", "2024-01-01", "", ""}}, false, true},
      {"both_sites", {{"*", "2024-01-01", "", ""}, {"", "2024-01-01", "", ""}}, true, true},
      {"ended_here_region_stands",
       {{"*", "2024-01-01", "", "2025-01-01"}, {"", "2024-01-01", "", ""}},
       false,
       true},
      {"spelled_otherwise", {{"*upper", "2024-01-01", "", ""}}, true, false},
  };
  return all;
}

/// consent_on or authors_consent covers these when consents has no row; the others need one.
const std::map<std::string, bool>& fields() {
  static const std::map<std::string, bool> all = {
      {"name", true},      {"municipality", true}, {"organization", true}, {"subject", true},
      {"direction", true}, {"authorship", true},   {"email", false},       {"about", false}};
  return all;
}

bool expected(bool covered, const State& state, Target target) {
  if (state.rows.empty()) return covered;
  const bool region_asked = target == Target::kRegion;
  const bool region = state.on_region || (region_asked && state.here);
  if (region_asked) return region;
  // Made from the region's publication: what is not public there cannot be shown here.
  return state.here && (target == Target::kOwn || state.on_region);
}

/// A word of letters that occurs nowhere else.
std::string canary(std::size_t number) {
  constexpr std::string_view kLetters = "бвгджзклмнпрст";
  std::string word = "Щъфьц";
  for (int i = 0; i < 3; ++i) {
    word += kLetters.substr(number % (kLetters.size() / 2) * 2, 2);
    number /= kLetters.size() / 2;
  }
  return word + "ин";
}

/// All cases of one kind of site in one registry, published once.
class World {
 public:
  explicit World(Target target)
      : folder_("consent-rule-" + std::to_string(static_cast<int>(target))), target_(target) {
    std::string sql = test::kPlaces;
    std::size_t number = 0;
    for (const auto& [field, covered] : fields()) {
      for (const auto& state : states()) sql += person(field, state, number++);
    }
    const auto file = test::make_registry(folder_, sql);
    publish(file);
    bytes_ = base::read_file(out_);
    db_ = std::make_unique<Database>(out_, Database::Mode::kReadOnly);
  }

  [[nodiscard]] const std::string& name_of(const std::string& code) { return names_[code]; }
  [[nodiscard]] bool holds(const std::string& word) const {
    return bytes_.find(word) != std::string::npos;
  }
  [[nodiscard]] bool finds(const std::string& sql) {
    return db_->scalar("SELECT count(*) FROM " + sql) > 0;
  }

 private:
  std::string person(const std::string& field, const State& state, std::size_t number) {
    const auto code = field + "-" + state.name;
    names_[code] = canary(number);
    std::string sql =
        "INSERT INTO methodists (code, last_name, first_name, patronymic, municipality, "
        "organization, subject, other_direction, included_on, consent_on, public_email, about) "
        "VALUES ('" +
        code + "', '" + names_[code] +
        "', 'Анна', 'Петровна', 'alpha', 'alpha-1', 'maths', 'Направление " + code +
        "', '2024-01-01', '2024-01-01', '" + code + "@e.ru', 'О себе " + code + "');" +
        "INSERT INTO practices (slug, municipality, title, kind, annotation, body, status, year, "
        "authors, authors_consent) VALUES ('p-" +
        code + "', 'alpha', 'П', 'pedagogical', 'А', 'Т', 'published', 2025, '" + names_[code] +
        " А. П., Соавторова Инна Львовна', 1);";
    const std::string own = target_ == Target::kRegion ? kRegionSite : kOwnSite;
    for (const auto& [address, given, expires, withdrawn] : state.rows) {
      std::string site = address;
      if (site == "*") site = own;
      if (site == "*upper") site = "HTTP://" + own.substr(8, 3) + own.substr(11, own.size() - 12);
      const auto date = [](const std::string& text) {
        return text.empty() ? std::string("NULL") : "'" + text + "'";
      };
      sql += "INSERT INTO consents VALUES ('" + code + "', '" + field + "', '" + site + "', " +
             date(given) + ", " + date(expires) + ", " + date(withdrawn) + ", NULL);";
    }
    return sql;
  }

  void publish(const std::filesystem::path& file) {
    config::RegionProfile profile;
    profile.code = "r";
    profile.name = "Р";
    profile.norms = {50, 70, {}};
    const auto data = test::project_folder() / "data";
    const auto results = indicators::compute(file, profile, kAsOf, 1);
    const auto region = folder_.path() / "region.db";
    PublicationInput input{
        file, data / "publication.sql", profile, results, {}, {}, kAsOf, "1", kRegionSite};
    if (target_ == Target::kOwn) {
      input.site_url = kOwnSite;
      input.region_url = kRegionSite;
    }
    write_publication(input, region);
    out_ = region;
    if (target_ == Target::kRegion) return;
    out_ = folder_.path() / "own.db";
    write_municipal_publication({region, data / "municipality.sql", "alpha", kOwnSite}, out_);
  }

  test::TempFolder folder_;
  Target target_;
  std::filesystem::path out_;
  std::string bytes_;
  std::map<std::string, std::string> names_;
  std::unique_ptr<Database> db_;
};

World& world(Target target) {
  static std::map<Target, std::unique_ptr<World>> worlds;
  auto& one = worlds[target];
  if (!one) one = std::make_unique<World>(target);
  return *one;
}

using Case = std::tuple<std::string, std::size_t, Target>;

class ConsentRule : public testing::TestWithParam<Case> {};

TEST_P(ConsentRule, Holds) {
  const auto& [field, index, target] = GetParam();
  const auto& state = states()[index];
  const auto code = field + "-" + state.name;
  const bool shown = expected(fields().at(field), state, target);
  auto& site = world(target);
  const auto person = "methodists WHERE code = '" + code + "'";
  if (field == "name") {
    EXPECT_EQ(site.finds(person), shown);
    EXPECT_EQ(site.holds(site.name_of(code)), shown);
    EXPECT_EQ(site.holds(code + "@e.ru"), false) << "e-mail needs a consent of its own";
    return;
  }
  if (field == "municipality" && !shown && target != Target::kRegion) {
    EXPECT_FALSE(site.finds(person)) << "not known to be of this municipality";
    return;
  }
  EXPECT_TRUE(site.finds(person)) << "the name is not what the consent is about";
  if (field == "authorship") {
    const auto practice = "practices WHERE slug = 'p-" + code + "' AND authors LIKE '%";
    EXPECT_EQ(site.finds(practice + site.name_of(code) + "%'"), shown);
    EXPECT_TRUE(site.finds(practice + "Соавторова Инна Львовна'")) << "the other author stays";
    return;
  }
  const std::string column = field == "direction" ? "other_direction" : field;
  EXPECT_EQ(site.finds(person + " AND " + column + " IS NOT NULL"), shown);
  if (field == "email") {
    EXPECT_EQ(site.holds(code + "@e.ru"), shown);
  } else if (field == "about") {
    EXPECT_EQ(site.holds("О себе " + code), shown);
  } else if (field == "direction") {
    EXPECT_EQ(site.holds("Направление " + code), shown);
  } else if (field == "municipality" || field == "organization") {
    EXPECT_EQ(site.finds(person + " AND organization IS NOT NULL"), shown);
  }
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const auto& [name, covered] : fields()) names.push_back(name);
  return names;
}

std::string case_name(const testing::TestParamInfo<Case>& info) {
  constexpr std::array<const char*, 3> kTargets = {"region", "own", "own_from_publication"};
  return std::get<0>(info.param) + "_" + states()[std::get<1>(info.param)].name + "_" +
         kTargets.at(static_cast<std::size_t>(std::get<2>(info.param)));
}

INSTANTIATE_TEST_SUITE_P(EveryFieldStateAndSite, ConsentRule,
                         testing::Combine(testing::ValuesIn(field_names()),
                                          testing::Range(std::size_t{0}, states().size()),
                                          testing::Values(Target::kRegion, Target::kOwn,
                                                          Target::kOwnFromPublication)),
                         case_name);

}  // namespace
}  // namespace metodaktiv::publication
