#include "site/distribution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// One build for the tests that only look; the page «stages» asks for figures.
const std::map<std::string, std::string>& built() {
  static const auto files = [] {
    SiteBuilder builder("site-distributions");
    for (auto& page : builder.pages()) {
      if (page.name != "stages" && page.name != "asset") continue;
      page.indicators = {{"share", 5}};
      page.distributions = {{"outcome", 6}};
    }
    return builder.build(2);
  }();
  return files;
}

const std::string& page(const std::string& path) { return built().at(path); }

TEST(Distribution, SharesHaveOneDecimalAndNoneForWhatIsHidden) {
  EXPECT_EQ(shown_share(17, 80), "21,3\u00A0%");
  EXPECT_EQ(shown_share(1, 3), "33,3\u00A0%");
  EXPECT_EQ(shown_share(0, 3), "0\u00A0%");
  EXPECT_EQ(shown_share(0, 0), "—");
  EXPECT_EQ(shown_share(std::nullopt, 3), "—");
  EXPECT_EQ(shown_share(3, std::nullopt), "—");
}

TEST(Distribution, PageShowsTheRegionsBarsWithNotes) {
  const auto& html = page("distributions/outcome.html");
  EXPECT_THAT(html, AllOf(HasSubstr("<h1>Результаты курсов</h1>"), HasSubstr("63,8\u00A0%"),
                          HasSubstr("30\u00A0из\u00A047"), HasSubstr("Проектировать маршрут"),
                          HasSubstr("Сумма строк — 47")));
  // The longest bar is full, the others are in proportion to it.
  EXPECT_THAT(html, AllOf(HasSubstr("width=\"100.00\""), HasSubstr("width=\"56.67\"")));
}

TEST(Distribution, TablesHaveTerritoriesMunicipalitiesAndTheRegion) {
  const auto& html = page("distributions/outcome.html");
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">Север</th><td class=\"num\">30</td>"));
  EXPECT_THAT(
      html, HasSubstr("<a href=\"../municipalities/alpha/indicators.html#distributions\">Альфа</a>"
                      "</th><td class=\"num\">10</td><td class=\"num zero\">0</td>"
                      "<td class=\"num\">10</td>"));
  EXPECT_THAT(html, HasSubstr("По региону</th><td class=\"num\">30</td><td class=\"num\">17</td>"
                              "<td class=\"num\">47</td>"));
}

TEST(Distribution, HiddenCellsAreSaidAndExplained) {
  const auto& html = page("distributions/outcome.html");
  EXPECT_THAT(html, HasSubstr("Бета</a></th><td class=\"num\">скрыто</td>"
                              "<td class=\"num\">скрыто</td><td class=\"num\">скрыто</td>"));
  EXPECT_THAT(html, HasSubstr("«Скрыто» — за числом стоит меньше 5 человек"));
}

TEST(Distribution, MethodSaysWhatWhereFromAndWhereTheDataAre) {
  EXPECT_THAT(
      page("distributions/outcome.html"),
      AllOf(HasSubstr("Количество записей"), HasSubstr("Слайд 7"), HasSubstr("Ответ &lt;один&gt;"),
            HasSubstr("../data/distributions.csv"), HasSubstr("../data/publication.db"),
            HasSubstr("SELECT 1 AS key"), Not(HasSubstr("для редактора"))));
}

TEST(Distribution, IndexAndMunicipalityPageLeadToIt) {
  EXPECT_THAT(page("indicators/index.html"),
              AllOf(HasSubstr("<h2 id=\"distributions\">Распределения</h2>"),
                    HasSubstr("<a href=\"../distributions/outcome.html\">Результаты курсов</a>"),
                    HasSubstr("чаще всего: есть")));
  const auto& alpha = page("municipalities/alpha/indicators.html");
  EXPECT_THAT(alpha, HasSubstr("<a href=\"../../distributions/outcome.html\">Результаты</a>"));
  EXPECT_THAT(alpha, HasSubstr("<th scope=\"row\">есть</th><td class=\"num\">10</td>"
                               "<td class=\"num\">100\u00A0%</td>"));
  EXPECT_THAT(alpha, Not(HasSubstr("<th scope=\"row\">нет</th>"))) << "an answer that nobody gave";
  EXPECT_THAT(page("municipalities/beta/indicators.html"),
              HasSubstr("<td class=\"num\">скрыто</td><td class=\"num\">—</td>"));
  EXPECT_THAT(page("municipalities/gamma/indicators.html"), HasSubstr("Нет данных.</p>"));
}

TEST(Distribution, OnlyWhatTheProfileKnowsHasAPage) {
  EXPECT_FALSE(built().contains("distributions/unknown.html"));
  SiteBuilder none("site-no-distributions");
  none.profile().distributions.clear();
  const auto files = none.build();
  EXPECT_FALSE(files.contains("distributions/outcome.html"));
  EXPECT_THAT(files.at("indicators/index.html"), Not(HasSubstr("Распределения")));
  EXPECT_THAT(files.at("municipalities/alpha/indicators.html"), Not(HasSubstr("Распределения")));
}

TEST(PageFigures, StandBelowTheTextThatAsksForThem) {
  const auto& html = page("asset/stages.html");
  const auto block = html.find("<h2 id=\"page-figures\">Показатели</h2>");
  ASSERT_NE(block, std::string::npos);
  EXPECT_LT(html.find("Первый абзац."), block);
  const auto figures = html.substr(block);
  EXPECT_THAT(figures, AllOf(HasSubstr("<a href=\"../indicators/share.html\">Доля педагогов</a>"),
                             HasSubstr("75\u00A0%"), HasSubstr("цель ≥\u00A080\u00A0%")));
  EXPECT_THAT(figures, HasSubstr("Альфа</a></th><td class=\"num value-link\"><a "
                                 "href=\"../indicators/share.html#m-alpha\">82\u00A0%</a></td>"));
  EXPECT_THAT(figures, HasSubstr("#m-beta\">скрыто</a></td>"));
  EXPECT_THAT(figures, HasSubstr("«Скрыто» — "));
  EXPECT_THAT(figures,
              HasSubstr("<a href=\"../distributions/outcome.html\">Результаты курсов</a>"));
  EXPECT_THAT(page("asset/index.html"), HasSubstr("<h2 id=\"page-figures\">"));
  EXPECT_THAT(page("help.html"), Not(HasSubstr("page-figures")));
}

TEST(StandardNames, ComeFromTheProfile) {
  SiteBuilder builder("site-standard-names");
  auto& standard = builder.profile().standard;
  standard.title = "Функции актива";
  standard.short_title = "Положение";
  standard.name = "положение";
  standard.name_genitive = "положения";
  standard.name_dative = "положению";
  const auto files = builder.build();
  EXPECT_THAT(files.at("index.html"), HasSubstr(">Положение</a>"));
  EXPECT_THAT(files.at("standard/index.html"), HasSubstr("<h1>Функции актива</h1>"));
  EXPECT_THAT(files.at("standard/calendar.html"), HasSubstr("Сроки положения, названные датой"));
  EXPECT_THAT(files.at("municipalities/alpha/index.html"), HasSubstr("Функции по положению"));
  for (const auto* path : {"index.html", "standard/index.html", "standard/calendar.html",
                           "municipalities/alpha/index.html", "municipalities/alpha/calendar.html"})
    EXPECT_THAT(files.at(path), Not(HasSubstr("тандарт<"))) << path;
}

TEST(StandardNames, AreThoseOfTheServicesStandardByDefault) {
  EXPECT_THAT(page("standard/index.html"), HasSubstr("<h1>Функции ММС</h1>"));
  EXPECT_THAT(page("index.html"), HasSubstr(">Стандарт</a>"));
}

TEST(DocumentPackage, IsNotSpokenOfWhereTheRegionAsksForNone) {
  SiteBuilder builder("site-no-package");
  for (auto& kind : builder.profile().document_kinds) kind.in_package = false;
  const auto files = builder.build();
  for (const auto* path :
       {"documents.html", "municipalities/index.html", "municipalities/alpha/index.html",
        "municipalities/alpha/documents.html"})
    EXPECT_THAT(files.at(path), AllOf(Not(HasSubstr("0 из 0")), Not(HasSubstr("акет")))) << path;
  EXPECT_THAT(page("documents.html"), HasSubstr("Обязательный пакет"));
  EXPECT_THAT(page("municipalities/index.html"), HasSubstr("акет"));
}

}  // namespace
}  // namespace metodaktiv::site
