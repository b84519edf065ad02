#include "site/finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::HasSubstr;
using testing::Not;

/// Further practices of Альфа, so that its filters have something to choose from.
constexpr const char* kMorePractices = R"sql(
INSERT INTO practices (slug, municipality, title, kind, subject, level, direction, annotation, body, status, year) VALUES
  ('old', 'alpha', 'Старая', 'managerial', 'russian', 'basic', 'наставничество', 'А', 'Б', 'published', 2024),
  ('far', 'beta', 'Дальняя', 'pedagogical', 'maths', 'all', 'сеть & связь', 'А', 'Б', 'published', 2025);
)sql";

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("finder-built", kMorePractices).build(2);
  return files;
}

std::string page(const std::string& path) {
  const auto found = built().find(path);
  return found == built().end() ? "нет страницы " + path : found->second;
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto start = text.find(from);
  if (start == std::string::npos) return {};
  return text.substr(start, text.find(to, start) - start);
}

TEST(Finder, ScriptsComeInTheOrderInWhichTheyNeedEachOther) {
  for (const auto* path : {"search.html", "asset/roster.html", "practices/index.html"}) {
    const auto html = page(path);
    EXPECT_LT(html.find("assets/stemmer-ru.js"), html.find("assets/search.js")) << path;
    EXPECT_LT(html.find("assets/search.js"), html.find("assets/finder.js")) << path;
    EXPECT_NE(html.find("assets/finder.js"), std::string::npos) << path;
  }
}

TEST(Finder, SearchOffersKindsAndListsForThoseWithoutScripts) {
  const auto html = page("search.html");
  EXPECT_THAT(between(html, "name=\"kind\"", "</select>"),
              HasSubstr("<option value=\"methodist\""));
  EXPECT_THAT(html, HasSubstr("<noscript>"));
  for (const auto* link : {"asset/roster-maths.html", "practices/subject-maths.html",
                           "municipalities/gamma/index.html", "standard/index.html"}) {
    EXPECT_THAT(html, HasSubstr("href=\"" + std::string(link) + "\"")) << link;
  }
}

TEST(Finder, EveryPageLeadsToTheSearch) {
  EXPECT_THAT(page("index.html"), HasSubstr("href=\"search.html\""));
  EXPECT_THAT(page("municipalities/alpha/schools.html"), HasSubstr("href=\"../../search.html\""));
}

TEST(Finder, RosterLooksAmongMethodistsOnly) {
  const auto form = between(page("asset/roster.html"), "<form class=\"finder\"", "</form>");
  EXPECT_THAT(form, HasSubstr("data-fixed=\"kind=methodist\""));
  EXPECT_THAT(form, HasSubstr("data-one=\"методист\""));
  EXPECT_THAT(between(form, "name=\"subject\"", "</select>"),
              HasSubstr("<option value=\"maths\">"));
  EXPECT_THAT(between(form, "name=\"municipality\"", "</select>"),
              HasSubstr("<option value=\"alpha\""));
}

TEST(Finder, EverybodyByAlphabetStandsOnPagesOfItsOwn) {
  EXPECT_THAT(page("asset/roster.html"), Not(HasSubstr("Открытая Ольга Олеговна")));
  EXPECT_THAT(page("asset/roster.html"), HasSubstr("href=\"../asset/roster_1.html\""));
  EXPECT_THAT(page("asset/roster.html"), HasSubstr("Ёлкина — Открытая"));
  const auto part = page("asset/roster_1.html");
  EXPECT_THAT(part, HasSubstr("Открытая Ольга Олеговна"));
  EXPECT_THAT(part, HasSubstr("Ёлкина Мария"));
  EXPECT_THAT(part, Not(HasSubstr("Тайная")));
}

TEST(Finder, MunicipalitiesNameTheirTerritoryToOfferWhatIsNear) {
  const auto places = between(page("asset/roster.html"), "name=\"municipality\"", "</select>");
  EXPECT_THAT(places, HasSubstr("data-near=\"north\""));
}

TEST(Finder, FilterWithOneChoiceIsLeftOut) {
  EXPECT_THAT(page("asset/roster.html"), Not(HasSubstr("name=\"direction\"")));
  EXPECT_THAT(page("practices/index.html"), HasSubstr("name=\"direction\""));
}

TEST(Finder, BankOffersWhatItsPracticesHave) {
  const auto form = between(page("practices/index.html"), "<form class=\"finder\"", "</form>");
  EXPECT_THAT(form, HasSubstr("data-fixed=\"kind=practice\""));
  EXPECT_THAT(form, HasSubstr("<option value=\"сеть &amp; связь\">Сеть &amp; связь</option>"));
  const auto years = between(form, "name=\"year\"", "</select>");
  EXPECT_LT(years.find("2026"), years.find("2025"));
  EXPECT_LT(years.find("2025"), years.find("2024"));
}

TEST(Finder, MunicipalBankStaysInItsMunicipality) {
  const auto form =
      between(page("municipalities/alpha/practices.html"), "<form class=\"finder\"", "</form>");
  EXPECT_THAT(form, HasSubstr("data-fixed=\"kind=practice&amp;municipality=alpha\""));
  EXPECT_THAT(form, Not(HasSubstr("name=\"municipality\"")));
  EXPECT_THAT(form, Not(HasSubstr("сеть")));
  EXPECT_EQ(
      between(page("municipalities/beta/practices.html"), "<form class=\"finder\"", "</form>"), "");
}

TEST(Finder, NobodyToFindMeansNoForm) {
  SiteBuilder builder("finder-nobody", "UPDATE methodists SET consent_on = NULL;");
  const auto files = builder.build();
  EXPECT_THAT(files.at("asset/roster.html"), Not(HasSubstr("finder.js")));
  EXPECT_FALSE(files.contains("asset/roster_1.html"));
  EXPECT_THAT(files.at("asset/roster.html"), HasSubstr("действующего согласия на публикацию имени нет"));
}

}  // namespace
}  // namespace metodaktiv::site
