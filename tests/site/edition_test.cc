#include "site/edition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/paths.h"

namespace metodaktiv::site {
namespace {

using testing::Eq;
using testing::Optional;

Edition municipal() {
  Edition edition("alpha");
  std::vector<Page> pages;
  for (const auto& path : {paths::municipality("alpha"), paths::municipality("alpha", "roster"),
                           paths::assignment_of("alpha"), paths::methodist("m1"),
                           std::string(paths::kStandard), std::string("asset/iom.html")}) {
    Page page;
    page.path = path;
    pages.push_back(page);
  }
  edition.take(pages);
  return edition;
}

TEST(Edition, RegionLeavesEverythingWhereItIs) {
  const Edition edition;
  EXPECT_EQ(edition.address_of_page("municipalities/alpha/roster.html"),
            "municipalities/alpha/roster.html");
  EXPECT_THAT(edition.address("asset/roster.html#a"), Optional(Eq("asset/roster.html#a")));
  EXPECT_TRUE(edition.is_home("index.html"));
  const std::string html = "<a href=\"../nowhere.html\" rel=\"next\">x</a>";
  EXPECT_EQ(relinked(html, "asset/roster.html", "../", edition), html);
}

TEST(Edition, SectionStandsAtTheRoot) {
  const auto edition = municipal();
  EXPECT_EQ(edition.address_of_page("municipalities/alpha/index.html"), "index.html");
  EXPECT_EQ(edition.address_of_page("asset/methodist-m1.html"), "methodist-m1.html");
  EXPECT_EQ(edition.address_of_page("asset/assignment-alpha.html"), "assignment.html");
  EXPECT_EQ(edition.address_of_page("asset/assignment-alpha_2.html"), "assignment_2.html");
  EXPECT_EQ(edition.address_of_page("practices/p/club.html"), "practices/p/club.html");
  EXPECT_TRUE(edition.is_home("municipalities/alpha/index.html"));
  EXPECT_FALSE(edition.is_home("municipalities/alpha/roster.html"));
}

TEST(Edition, StandInsForWhatIsLeftOut) {
  const auto edition = municipal();
  EXPECT_THAT(edition.address("index.html"), Optional(Eq("index.html")));
  EXPECT_THAT(edition.address("asset/roster-maths.html#x"), Optional(Eq("roster.html")));
  EXPECT_THAT(edition.address("asset/form-1.html"), Optional(Eq("roster.html#form-1")));
  EXPECT_THAT(edition.address("asset/assignment.html"), Optional(Eq("assignment.html")));
  EXPECT_THAT(edition.address("standard/index.html#f-1"), Optional(Eq("standard/index.html#f-1")));
  EXPECT_EQ(edition.address("indicators/index.html"), std::nullopt) << "its stand-in is not taken";
  EXPECT_EQ(edition.address("municipalities/beta/index.html"), std::nullopt);
  EXPECT_EQ(edition.address("asset/methodist-m2.html"), std::nullopt);
}

TEST(Edition, MistakesInTheOwnSectionStayLinks) {
  EXPECT_THAT(municipal().address("municipalities/alpha/rooster.html"),
              Optional(Eq("rooster.html")));
}

TEST(Edition, FilesThatAreNoPagesStay) {
  const auto edition = municipal();
  EXPECT_THAT(edition.address("data/form1.csv"), Optional(Eq("data/form1.csv")));
  EXPECT_THAT(edition.address("calendar/alpha.ics"), Optional(Eq("calendar/alpha.ics")));
  EXPECT_THAT(edition.address("calendar/_region.ics"), Optional(Eq("calendar/alpha.ics")));
  EXPECT_EQ(edition.address("calendar/beta.ics"), std::nullopt);
}

std::string relinked_at(const std::string& html, std::string_view path, std::string_view root) {
  return relinked(html, path, root, municipal());
}

TEST(Relinked, LinksFollowThePageToItsPlace) {
  EXPECT_EQ(relinked_at("<a class=\"x\" href=\"../../asset/methodist-m1.html\">М</a>"
                        "<link rel=\"stylesheet\" href=\"../../assets/style.css\">"
                        "<script src=\"../../assets/finder.js\"></script>",
                        "municipalities/alpha/roster.html", "../../"),
            "<a class=\"x\" href=\"methodist-m1.html\">М</a>"
            "<link rel=\"stylesheet\" href=\"assets/style.css\">"
            "<script src=\"assets/finder.js\"></script>");
  EXPECT_EQ(relinked_at("<a href=\"../municipalities/alpha/index.html\">М</a>",
                        "standard/index.html", "../"),
            "<a href=\"../index.html\">М</a>");
  EXPECT_EQ(relinked_at("<form action=\"../../search.css\" data-root=\"../../\"></form>",
                        "municipalities/alpha/roster.html", "../../"),
            "<form action=\"search.css\" data-root=\"\"></form>");
}

TEST(Relinked, LinksToWhatIsLeftOutBecomeText) {
  EXPECT_EQ(relinked_at("<p><a class=\"name\" href=\"../municipalities/beta/index.html\" "
                        "rel=\"next\" aria-current=\"page\"><b>Бета</b></a> и <a "
                        "href=\"../asset/roster.html\">все</a></p>",
                        "standard/index.html", "../"),
            "<p><span class=\"name\"><b>Бета</b></span> и <a href=\"../roster.html\">все</a></p>");
}

TEST(Relinked, OtherAddressesStay) {
  const std::string html =
      "<a href=\"#x\">1</a><a href=\"https://example.ru/asset/roster.html\">2</a>"
      "<a href=\"mailto:a@example.ru\">3</a><!-- <a href=\"asset/roster.html\"> -->"
      "<img src=\"data:image/png;base64,AA\" alt=\"a &gt; b\">";
  EXPECT_EQ(relinked_at(html, "asset/iom.html", "../"), html);
}

TEST(Relinked, PageOfErrorsHasLinksFromTheServersRoot) {
  EXPECT_EQ(relinked_at("<a href=\"/m/asset/roster.html\">1</a><a href=\"/other/x.html\">2</a>",
                        "404.html", "/m/"),
            "<a href=\"/m/roster.html\">1</a><a href=\"/other/x.html\">2</a>");
}

}  // namespace
}  // namespace metodaktiv::site
