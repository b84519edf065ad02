#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/related_practices.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A bank with neighbours of every kind, long lists and a text with everything Markdown has.
std::string bank() {
  std::string sql = R"sql(
INSERT INTO methodists (code, last_name, first_name, municipality, organization, subject, included_on, consent_on) VALUES
  ('near', 'Ближняя', 'Б', 'alpha', 'alpha-1', 'maths', '2024-01-01', '2024-01-01'),
  ('land', 'Соседняя', 'С', 'beta', 'beta-1', 'maths', '2024-01-01', '2024-01-01'),
  ('far', 'Дальняя', 'Д', 'gamma', 'gamma-1', 'maths', '2024-01-01', '2024-01-01');
INSERT INTO practices (slug, municipality, organization, title, kind, subject, level, direction, annotation, body,
                       materials_url, status, year, authors, authors_consent, tags) VALUES
  ('long', 'alpha', 'alpha-1', 'Длинная', 'pedagogical', 'maths', 'basic', 'Наставничество', 'Суть',
   '## Задача' || char(10,10) || '## Шаги' || char(10,10) || '| а | б |' || char(10) || '|---|---:|' || char(10) ||
   '| 1 | 2 |' || char(10,10) || '## Итоги' || char(10,10) || 'Раз[^1].' || char(10,10) || '[^1]: Сноска.' || char(10,10) ||
   '## Итоги', 'https://disk.example.ru/a/b?c=1', 'published', 2025, 'Назван Автор', 1, 'пара|урок'),
  ('twin', 'gamma', NULL, 'Близнец', 'pedagogical', 'maths', 'basic', 'наставничество', 'Суть', 'Текст', NULL, 'published', 2020, NULL, NULL, 'Пара'),
  ('same-way', 'gamma', NULL, 'То же направление', 'managerial', 'russian', NULL, 'Наставничество', 'Суть', 'Текст', NULL, 'published', 2024, NULL, NULL, NULL),
  ('same-way-2', 'gamma', NULL, 'То же направление', 'managerial', 'russian', NULL, 'Наставничество', 'Суть', 'Текст', NULL, 'published', 2024, NULL, NULL, NULL),
  ('stranger', 'alpha', NULL, 'Чужая', 'pedagogical', NULL, 'basic', 'Экология', 'Суть', 'Текст', NULL, 'published', 2025, NULL, NULL, NULL);
)sql";
  for (int i = 1; i <= 45; ++i) {
    sql +=
        "INSERT INTO practices (slug, municipality, title, kind, direction, annotation, body, "
        "status, year) VALUES ('eco-" +
        std::to_string(i) + "', 'beta', 'Экология " + std::to_string(i) +
        "', 'pedagogical', 'экология', 'Суть', 'Текст', 'published', 2019);";
  }
  return sql;
}

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-practices", bank()).build(2);
  return files;
}
const std::string& page(const std::string& path) { return built().at(path); }

std::string part(const std::string& html, const std::string& from, const std::string& until) {
  const auto begin = html.find(from);
  return begin == html.npos ? "" : html.substr(begin, html.find(until, begin) - begin);
}

TEST(PracticePage, LinksItsFactsToTheLists) {
  EXPECT_THAT(
      page("practices/p/long.html"),
      AllOf(
          HasSubstr("<a href=\"../../practices/subject-maths.html\">Математика</a>"),
          HasSubstr(
              "<a href=\"../../practices/direction-nastavnichestvo.html\">Наставничество</a>"),
          HasSubstr("<a href=\"../../practices/level-basic.html\">основное общее образование</a>"),
          HasSubstr("<a href=\"../../practices/kind-pedagogical.html\">")));
}

TEST(PracticePage, NamesAuthorsOnlyWithTheirConsent) {
  EXPECT_THAT(page("practices/p/long.html"), HasSubstr("Назван Автор"));
  EXPECT_THAT(page("practices/p/club.html"),
              AllOf(Not(HasSubstr("Тайный")), HasSubstr("имена публикуются с согласия")));
}

TEST(PracticePage, MaterialsAreALinkToAWebAddressOrNothing) {
  EXPECT_THAT(page("practices/p/long.html"),
              HasSubstr("href=\"https://disk.example.ru/a/b?c=1\" rel=\"noopener\">Открыть на "
                        "disk.example.ru</a>"));
  EXPECT_THAT(page("practices/p/club.html"), Not(HasSubstr("<dt>Материалы</dt>")));
}

TEST(PracticePage, ALongTextHasAnUnambiguousTableOfContents) {
  const auto& html = page("practices/p/long.html");
  const auto contents = part(html, "<nav class=\"contents\"", "</nav>");
  EXPECT_THAT(contents,
              AllOf(HasSubstr("<a href=\"#zadacha\">Задача</a>"), HasSubstr("href=\"#itogi\""),
                    HasSubstr("<a href=\"#itogi-2\">Итоги</a>")));
  for (const auto& target : test::attributes(contents, "href")) {
    EXPECT_THAT(html, HasSubstr(" id=\"" + target.substr(1) + "\"")) << target;
  }
  EXPECT_THAT(page("practices/p/club.html"), Not(HasSubstr("class=\"contents\"")));
}

TEST(PracticePage, TablesAndFootnotesStandWithoutStyles) {
  EXPECT_THAT(page("practices/p/long.html"),
              AllOf(HasSubstr("<td class=\"align-right\">2</td>"), HasSubstr("<li id=\"fn_1\">"),
                    Not(HasSubstr(" style="))));
}

TEST(PracticePage, MethodistsOfTheSubjectComeNearestFirstAndNoneFromAfar) {
  const auto people = part(page("practices/p/long.html"), "Методисты рядом", "</section>");
  EXPECT_LT(people.find("Ближняя"), people.find("Открытая"));
  EXPECT_LT(people.find("Открытая"), people.find("Соседняя"));
  EXPECT_THAT(people, AllOf(HasSubstr("Соседняя"), Not(HasSubstr("Дальняя"))));
}

TEST(PracticePage, RelatedComeByMeaningWithoutRepeatedTitles) {
  const auto related = part(page("practices/p/long.html"), "Похожие практики", "</section>");
  EXPECT_LT(related.find("p/twin.html"), related.find("p/club.html"));
  EXPECT_THAT(related, AllOf(HasSubstr("То же направление"), Not(HasSubstr("Чужая"))));
  EXPECT_EQ(related.find("То же направление"), related.rfind("То же направление"));
}

TEST(RelatedPractices, AreFourAtMostAndNeverThePracticeItself) {
  Model model;
  model.practices.resize(50);
  for (std::size_t i = 0; i < model.practices.size(); ++i) {
    model.practices[i].slug = "p" + std::to_string(i);
    model.practices[i].title = "Практика " + std::to_string(i);
    model.practices[i].direction = "Экология";
  }
  const RelatedPractices related(model);
  std::vector<std::string> slugs;
  for (const auto* other : related.of(model.practices[20])) slugs.push_back(other->slug);
  EXPECT_THAT(slugs, ElementsAre("p19", "p21", "p18", "p22")) << "equals: the nearest in time";
}

TEST(RelatedPractices, NothingInCommonMeansNothingRelated) {
  Model model;
  model.practices.resize(2);
  model.practices[0].title = "Одна";
  model.practices[1].title = "Другая";
  EXPECT_TRUE(RelatedPractices(model).of(model.practices[0]).empty());
}

TEST(PracticeLists, SpellingsOfADirectionAreOneListInPages) {
  EXPECT_THAT(page("practices/direction-ekologiya.html"),
              AllOf(HasSubstr("46\u00A0практик, страница 1 из 2"), HasSubstr("Чужая")));
  EXPECT_THAT(page("practices/direction-ekologiya_2.html"), HasSubstr("aria-current=\"page\">2<"));
  EXPECT_TRUE(built().contains("practices/kind-managerial.html"));
  EXPECT_FALSE(built().contains("practices/level-preschool.html")) << "nobody wrote one";
}

}  // namespace
}  // namespace metodaktiv::site
