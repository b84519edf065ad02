#include "site/json_ld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace metodaktiv::site::json_ld {
namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kStart = "<script type=\"application/ld+json\">";
constexpr std::string_view kEnd = "</script>";

std::string inside(const SafeHtml& block) {
  const auto& html = block.text();
  EXPECT_THAT(html, StartsWith(std::string(kStart)));
  EXPECT_THAT(html, EndsWith(std::string(kEnd)));
  return html.substr(kStart.size(), html.size() - kStart.size() - kEnd.size());
}

TEST(JsonLd, NoTextCanEndTheBlock) {
  const std::string hostile = "</script><script>alert(1)</script><!-- & \u2028\u2029 \" \\";
  Article facts;
  facts.title = hostile;
  facts.url = "https://e.ru/a.html";
  const auto text = inside(article(facts));
  for (const auto* mark : {"<", ">", "&", "\u2028", "\u2029"}) {
    EXPECT_THAT(text, Not(HasSubstr(mark)));
  }
  EXPECT_EQ(json::parse(text)["headline"], hostile);
}

TEST(JsonLd, BrokenUtf8DoesNotStopTheBuild) {
  Article facts;
  facts.title = "Тема \xFF";
  EXPECT_NO_THROW(json::parse(inside(article(facts))));
}

TEST(JsonLd, CrumbsAreCountedAndStepsWithoutAddressLeftOut) {
  const auto data = json::parse(inside(breadcrumbs(
      {{"Главная", "https://e.ru/"}, {"Без адреса", ""}, {"Банк", "https://e.ru/practices/"}})));
  EXPECT_EQ(data["@context"], "https://schema.org");
  EXPECT_EQ(data["@type"], "BreadcrumbList");
  ASSERT_EQ(data["itemListElement"].size(), 2U);
  EXPECT_EQ(data["itemListElement"][0]["position"], 1);
  EXPECT_EQ(data["itemListElement"][1]["position"], 2);
  EXPECT_EQ(data["itemListElement"][1]["item"], "https://e.ru/practices/");
}

TEST(JsonLd, ANewsItemIsNewsAndAPracticeAnArticle) {
  Article facts;
  facts.title = "Начало";
  facts.published = "2026-09-01";
  EXPECT_EQ(json::parse(inside(article(facts)))["@type"], "Article");
  facts.news = true;
  const auto data = json::parse(inside(article(facts)));
  EXPECT_EQ(data["@type"], "NewsArticle");
  EXPECT_EQ(data["datePublished"], "2026-09-01");
  EXPECT_FALSE(data.contains("image"));
}

TEST(JsonLd, ADatasetNamesItsFiles) {
  Dataset facts;
  facts.title = "Данные";
  facts.files = {{"Показатели", "https://e.ru/data/indicators.csv", "text/csv"}};
  const auto data = json::parse(inside(dataset(facts)));
  EXPECT_EQ(data["distribution"][0]["@type"], "DataDownload");
  EXPECT_EQ(data["distribution"][0]["contentUrl"], "https://e.ru/data/indicators.csv");
  EXPECT_EQ(data["distribution"][0]["encodingFormat"], "text/csv");
}

TEST(JsonLd, AnEventOfOneDayEndsThatDay) {
  Event event;
  event.title = "Семинар";
  event.starts_on = "2026-12-01";
  auto other = event;
  other.ends_on = "2026-12-03";
  other.place = "Мытищи";
  const auto data = json::parse(inside(events({event, other})));
  ASSERT_EQ(data["@graph"].size(), 2U);
  EXPECT_EQ(data["@graph"][0]["endDate"], "2026-12-01");
  EXPECT_FALSE(data["@graph"][0].contains("location"));
  EXPECT_EQ(data["@graph"][1]["endDate"], "2026-12-03");
  EXPECT_EQ(data["@graph"][1]["location"]["name"], "Мытищи");
  EXPECT_TRUE(events({}).text().empty());
}

}  // namespace
}  // namespace metodaktiv::site::json_ld
