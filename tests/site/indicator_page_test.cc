#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "config/query_forms.h"
#include "site/indicator_view.h"
#include "site/tile_map.h"
#include "site_fixture.h"

namespace metodaktiv::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The part of a page from one text to the next one after it.
std::string part(const std::string& html, const std::string& from, const std::string& until) {
  const auto start = html.find(from);
  if (start == std::string::npos) return {};
  return html.substr(start, html.find(until, start) - start);
}

config::RegionMap map_of(const std::vector<std::string>& codes) {
  config::RegionMap map;
  int column = 1;
  for (const auto& code : codes) {
    map.tiles.push_back({code, code.substr(0, 2), 1, column, column});
    ++column;
  }
  return map;
}

/// A page of the small region, built once for all tests.
const std::string& page(const std::string& path) {
  static const auto files = SiteBuilder("indicator-page").build();
  return files.at(path);
}

TEST(IndicatorPage, EveryMunicipalityHasARowToPointTo) {
  const auto& html = page("indicators/share.html");
  for (const auto* code : {"alpha", "beta", "gamma"})
    EXPECT_THAT(html, HasSubstr("<tr id=\"m-" + std::string(code) + "\""));
  EXPECT_THAT(page("municipalities/alpha/indicators.html"),
              HasSubstr("href=\"../../indicators/share.html#m-alpha\">82"));
}

TEST(IndicatorPage, ARowTellsPlaceChangeAndYears) {
  const auto row = part(page("indicators/share.html"), "<tr id=\"m-alpha\"", "</tr>");
  EXPECT_THAT(row, HasSubstr("<td class=\"num place\">1</td>"));
  EXPECT_THAT(row, HasSubstr("+48,7\u00A0п.\u00A0п."));  // 82 − 33,3
  EXPECT_THAT(row, HasSubstr("change-better"));
  EXPECT_THAT(row, HasSubstr("33,3\u00A0%"));
}

TEST(IndicatorPage, HiddenAndMissingNumbersLeadToTheirExplanation) {
  const auto& html = page("indicators/share.html");
  const auto hidden = part(html, "<tr id=\"m-beta\"", "</tr>");
  EXPECT_THAT(hidden, HasSubstr("href=\"#hidden\">скрыто"));
  EXPECT_THAT(hidden, HasSubstr("<td class=\"num place\">—</td>"));
  EXPECT_THAT(hidden, Not(HasSubstr("<svg class=\"bar")));
  EXPECT_THAT(part(html, "<tr id=\"m-gamma\"", "</tr>"), HasSubstr("href=\"#missing\">нет данных"));
  EXPECT_THAT(html, HasSubstr("id=\"hidden\""));
  EXPECT_THAT(html, HasSubstr("id=\"missing\""));
  EXPECT_THAT(part(html, "id=\"missing\"", "</dd>"),
              HasSubstr("муниципальная методическая служба"));
}

TEST(IndicatorPage, WhatIsThereOrNotHasNoPlaces) {
  const auto& html = page("indicators/site.html");
  EXPECT_THAT(html, HasSubstr("<h2 id=\"ranking\">Муниципалитеты</h2>"));
  EXPECT_THAT(html, Not(HasSubstr("Место</th>")));
  EXPECT_THAT(part(html, "<tr id=\"m-alpha\"", "</tr>"), Not(HasSubstr("num place")));
  EXPECT_THAT(page("indicators/share.html"), HasSubstr(">Муниципалитеты по местам</h2>"));
}

TEST(IndicatorPage, NoExplanationOfWhatDoesNotOccur) {
  EXPECT_THAT(page("indicators/site.html"), Not(HasSubstr("id=\"hidden\"")));
}

TEST(IndicatorPage, TheChartHasNamesAndATableBesideIt) {
  const auto& html = page("indicators/share.html");
  const auto chart = part(html, "<svg class=\"chart\"", "</svg>");
  EXPECT_THAT(chart, HasSubstr("role=\"img\""));
  EXPECT_THAT(chart, HasSubstr("<title id=\"by-year-title\">Доля педагогов"));
  EXPECT_THAT(chart, HasSubstr("2024/25\u00A0— нет данных"));
  EXPECT_THAT(chart, HasSubstr("2026/27\u00A0— 75\u00A0%. Цель: ≥\u00A080\u00A0%."));
  EXPECT_THAT(chart, AllOf(HasSubstr(">цель</text>"), HasSubstr("≥\u00A080\u00A0%</text>")));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">2025/2026</th>"));
}

TEST(IndicatorPage, SaysWhenItWasUpdated) {
  EXPECT_THAT(page("indicators/share.html"),
              HasSubstr("<dt>Обновлено</dt><dd>данные на 10\u00A0октября\u00A02026"));
}

TEST(IndicatorPage, NumbersOfTheIndexAndOfHomeLeadToThePassport) {
  EXPECT_THAT(page("indicators/index.html"), HasSubstr("href=\"../indicators/share.html\">75"));
  EXPECT_THAT(page("indicators/index.html"),
              HasSubstr("2\u00A0показателя, целей достигнуто 0 из 2"));
  EXPECT_THAT(page("index.html"), HasSubstr("href=\"indicators/share.html\">75"));
}

TEST(IndicatorPage, PlaceAndMedianKnowPublishedValuesOnly) {
  const auto alpha = part(page("municipalities/alpha/indicators.html"), ">Доля</a>", "</tr>");
  EXPECT_THAT(alpha, HasSubstr("data-head=\"место\">1 из 1</td>"));
  EXPECT_THAT(alpha, HasSubstr("data-head=\"медиана\">82\u00A0%</td>"));
}

TEST(IndicatorPage, TilesStandWhereTheMapSaysAndLeadToTheRows) {
  SiteBuilder builder("indicator-map");
  builder.profile().map = map_of({"gamma", "alpha", "unknown"});
  const auto files = builder.build();
  const auto map = part(files.at("indicators/share.html"), "<div class=\"tile-map\"", "</section>");
  const auto gamma = map.find("tile-none tile-row-1 tile-column-1");
  const auto alpha = map.find("tile-3 tile-row-1 tile-column-2");
  ASSERT_NE(gamma, std::string::npos) << map;
  ASSERT_NE(alpha, std::string::npos) << map;
  EXPECT_LT(gamma, alpha);
  EXPECT_THAT(map, HasSubstr("#m-alpha\" title=\"Альфа: 82\u00A0%, достигнуто, место 1\""));
  EXPECT_THAT(map, HasSubstr("title=\"Бета: скрыто\""));
  EXPECT_THAT(map, HasSubstr("Без места на карте"));
  EXPECT_THAT(map, Not(HasSubstr("unknown")));
}

TEST(IndicatorPage, WithoutAMapTilesStandByTerritory) {
  const auto map = part(page("indicators/share.html"), "<div class=\"tile-map\"", "</section>");
  EXPECT_THAT(
      map, AllOf(HasSubstr("Север"), HasSubstr("Без территории"), Not(HasSubstr("tiles-placed"))));
}

TEST(IndicatorPage, TheListOfMunicipalitiesIsAMapToo) {
  const auto map = part(page("municipalities/index.html"), "<div class=\"tile-map\"", "</section>");
  EXPECT_THAT(map, HasSubstr("href=\"../municipalities/alpha/index.html\""));
  EXPECT_THAT(map, HasSubstr("Альфа: целей достигнуто 2 из 2"));
}

TEST(IndicatorPage, TheSystemPageExistsWithoutAText) {
  const auto& html = page("system/index.html");
  EXPECT_THAT(html, HasSubstr("Система в цифрах"));
  const auto territories = part(html, "<table class=\"territories\"", "</table>");
  EXPECT_THAT(territories, HasSubstr("Север"));
  EXPECT_THAT(territories, HasSubstr("Вне территорий"));
  EXPECT_THAT(territories, HasSubstr("href=\"../municipalities/gamma/index.html\">Гамма"));
  EXPECT_THAT(html, HasSubstr("Поддержка педагогов"));
  EXPECT_THAT(page("asset/index.html"), HasSubstr("href=\"../system/index.html\""));
}

TEST(IndicatorPage, TheTextOfTheSystemStandsOnItsPageAlone) {
  SiteBuilder builder("indicator-system");
  content::Page text;
  text.name = "system";
  text.title = "Система области";
  text.description = "О системе";
  text.menu = "Система";
  text.markdown = "Кто кому помогает.\n";
  builder.pages().push_back(text);
  const auto files = builder.build();
  EXPECT_THAT(files.at("system/index.html"),
              AllOf(HasSubstr("Система области"), HasSubstr("Кто кому помогает.")));
  EXPECT_THAT(builder.page_paths, Not(testing::Contains("asset/system.html")));
}

/// What stands in a tile, a stacked dot or a spark must be no more than the table says.
TEST(IndicatorPage, NothingIsSaidAboutHiddenNumbers) {
  for (const auto* path : {"indicators/share.html", "municipalities/beta/indicators.html",
                           "municipalities/index.html", "system/index.html"}) {
    EXPECT_THAT(page(path), Not(HasSubstr("Бета: 0"))) << path;
  }
  const auto& spread = page("indicators/share.html");
  EXPECT_THAT(spread,
              Not(HasSubstr("class=\"spread-picture\"")));  // one published value is no spread
}

TEST(ShortNames, AreShort) {
  EXPECT_EQ(site::short_name("Клин"), "Клин");
  EXPECT_EQ(site::short_name("Красногорск"), "Крас");
  EXPECT_EQ(site::short_name("Сергиево-Посадский"), "С-П");
  EXPECT_EQ(site::short_name("Звёздный городок"), "З-Г");
  EXPECT_EQ(site::short_name("Муниципалитет 12"), "М12");
  EXPECT_EQ(site::short_name(""), "");
}

TEST(FormsOfQuery, AreThoseItReads) {
  std::vector<config::FormDefinition> forms(4);
  forms[0].table = "municipalities";
  forms[1].table = "teachers";
  forms[2].table = "ioms";
  forms[3].table = "documents";
  const auto tables = [&](std::string_view sql) {
    std::vector<std::string> result;
    for (const auto* form : config::forms_of_query(sql, forms)) result.push_back(form->table);
    return result;
  };
  EXPECT_THAT(tables("SELECT 1 FROM municipalities AS m LEFT JOIN current_teachers AS t "
                     "JOIN IOMS ON 1"),
              ElementsAre("teachers", "ioms"));
  EXPECT_THAT(tables("SELECT ums_site FROM municipalities"), ElementsAre("municipalities"));
  EXPECT_THAT(tables("SELECT 'documents' -- ioms\nFROM municipalities"),
              ElementsAre("municipalities"));
  EXPECT_THAT(tables("SELECT 'unfinished"), IsEmpty());
}

}  // namespace
}  // namespace metodaktiv::test
