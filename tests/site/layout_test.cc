#include "site/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "site/content_policy.h"
#include "site/xml_text.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::HasSubstr;
using testing::Not;

const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("layout-built").build(2);
  return files;
}

bool is_page(const std::string& path) { return path.ends_with(".html"); }

/// Structured data of a page, by @type; a missing one is null.
nlohmann::json data_of(const std::string& path, const std::string& type) {
  const std::string start = "<script type=\"application/ld+json\">";
  const auto& html = built().at(path);
  for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
    const auto from = at + start.size();
    const auto json = nlohmann::json::parse(html.substr(from, html.find("</script>", from) - from));
    if (json.value("@type", "") == type) return json;
  }
  return nullptr;
}

TEST(Layout, EveryPageCarriesThePolicyAndNothingThatItForbids) {
  for (const auto& [path, html] : built()) {
    if (!is_page(path)) continue;
    EXPECT_THAT(html, HasSubstr("default-src &#39;none&#39;")) << path;
    EXPECT_THAT(html, Not(HasSubstr(" style="))) << path;
    EXPECT_THAT(html, Not(HasSubstr("<style"))) << path;
    for (auto at = html.find("<script"); at != std::string::npos;
         at = html.find("<script", at + 1)) {
      const auto tag = html.substr(at, html.find('>', at) - at);
      EXPECT_TRUE(tag.find(" src=\"") != std::string::npos ||
                  tag.find("application/ld+json") != std::string::npos)
          << path << ": " << tag;
    }
  }
  EXPECT_THAT(std::string(kContentPolicy), Not(HasSubstr("unsafe")));
}

TEST(Layout, TheReadersChoiceIsSetBeforeTheStyleSheet) {
  const auto& html = built().at("index.html");
  EXPECT_LT(html.find("assets/settings.js\"></script>"), html.find("assets/style.css"));
}

TEST(Layout, EveryPageOffersTheLowVisionPanel) {
  for (const auto& [path, html] : built()) {
    if (!is_page(path)) continue;
    for (const auto* id : {"size-200", "spacing-wider", "colours-white-on-black", "graphics-off"}) {
      EXPECT_THAT(html, HasSubstr("id=\"" + std::string(id) + "\"")) << path;
    }
  }
}

TEST(Layout, TheStyleSheetAnswersEveryChoiceOfThePanelTwice) {
  const auto& css = built().at("assets/style.css");
  const auto& html = built().at("index.html");
  const std::string mark = "type=\"radio\" name=\"";
  std::size_t choices = 0;
  for (auto at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
    const auto tag = html.substr(at, html.find('>', at) - at);
    if (tag.ends_with(" checked")) continue;
    ++choices;
    const auto name = tag.substr(mark.size(), tag.find('"', mark.size()) - mark.size());
    const auto value_at = tag.find("value=\"") + 7;
    const auto value = tag.substr(value_at, tag.find('"', value_at) - value_at);
    EXPECT_THAT(css, HasSubstr("[data-" + name + "=\"" + value + "\"]"));
    EXPECT_THAT(css, HasSubstr("#" + name + "-" + value + ":checked"));
  }
  EXPECT_EQ(choices, 10U);
}

TEST(Layout, TheSchemeByTheSystemAndTheSchemeByChoiceAreTheSame) {
  const auto& css = built().at("assets/style.css");
  const auto tokens = [&](const std::string& before) {
    const auto at = css.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    const auto from = css.find("color-scheme:", at + before.size());
    auto text = css.substr(from, css.find('}', from) - from);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
  };
  EXPECT_EQ(tokens("\n:root {"), tokens("#colours-light:checked)) {"));
  EXPECT_EQ(tokens("@media (prefers-color-scheme: dark) {\n  :root {"),
            tokens("#colours-dark:checked)) {"));
}

/// A file that leaves a block open would swallow the files after it.
TEST(Layout, EveryPartOfTheStyleSheetClosesItsBlocks) {
  for (const auto& file :
       base::list_files(test::project_folder() / "templates" / "styles", ".css")) {
    int depth = 0;
    bool comment = false;
    const auto css = base::read_file(file);
    for (std::size_t i = 0; i < css.size(); ++i) {
      if (css.compare(i, 2, comment ? "*/" : "/*") == 0) comment = !comment;
      if (comment) continue;
      depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
      EXPECT_GE(depth, 0) << file;
    }
    EXPECT_EQ(depth, 0) << file;
    EXPECT_FALSE(comment) << file;
  }
}

TEST(Layout, TheErrorPageWorksAtAnyDepth) {
  const auto& html = built().at("404.html");
  for (const auto* name : {"href", "src"}) {
    for (const auto& link : test::attributes(html, name)) {
      const bool fixed =
          link.starts_with('/') || link.starts_with('#') || link.find(':') != std::string::npos;
      EXPECT_TRUE(fixed) << link;
    }
  }
  EXPECT_THAT(html, HasSubstr("noindex"));
  EXPECT_THAT(html, Not(HasSubstr("og:title")));
}

TEST(Layout, TheRootIsThePathOfTheAddress) {
  EXPECT_EQ(root_path("https://rma.example.ru/"), "/");
  EXPECT_EQ(root_path("https://example.ru:8080/edu/rma/"), "/edu/rma/");
  EXPECT_EQ(root_path("https://example.ru/мой/"), "/%D0%BC%D0%BE%D0%B9/");
}

TEST(Layout, PagesAreSharedByTheirCanonicalAddress) {
  const auto& html = built().at("practices/p/club.html");
  EXPECT_THAT(html, HasSubstr("<link rel=\"canonical\" "
                              "href=\"https://demo.example.ru/practices/p/club.html\">"));
  EXPECT_THAT(html, HasSubstr("og:url\" content=\"https://demo.example.ru/practices/p/club.html"));
  EXPECT_THAT(html, HasSubstr("og:type\" content=\"article"));
  EXPECT_THAT(html, HasSubstr("og:image\" content=\"https://demo.example.ru/assets/share.png"));
  EXPECT_THAT(built().at("index.html"), HasSubstr("href=\"https://demo.example.ru/\">"));
  EXPECT_THAT(built().at("index.html"), HasSubstr("og:type\" content=\"website"));
  EXPECT_TRUE(built().contains("assets/share.png"));
}

TEST(Layout, StructuredDataSaysWhatAPageIs) {
  EXPECT_EQ(data_of("index.html", "WebSite")["publisher"]["@type"], "Organization");
  const auto crumbs = data_of("practices/p/club.html", "BreadcrumbList")["itemListElement"];
  EXPECT_EQ(crumbs.front()["item"], "https://demo.example.ru/");
  EXPECT_EQ(crumbs.back()["item"], "https://demo.example.ru/practices/p/club.html");
  EXPECT_EQ(data_of("practices/p/club.html", "Article")["headline"],
            "Клуб <script>alert(3)</script>");
  EXPECT_EQ(data_of("news/2026-09-01-start.html", "NewsArticle")["datePublished"], "2026-09-01");
  const auto set = data_of("about-data.html", "Dataset");
  EXPECT_EQ(set["dateModified"], "2026-10-10");
  EXPECT_EQ(set["temporalCoverage"], "2024-09-01/2027-08-31");
  EXPECT_EQ(set["distribution"][0]["contentUrl"], "https://demo.example.ru/data/indicators.csv");
}

TEST(Layout, PaperSaysWhereThePageIsAndOfWhichDay) {
  const auto& html = built().at("asset/roster.html");
  const auto at = html.find("print-head");
  ASSERT_NE(at, std::string::npos);
  const auto head = html.substr(at, html.find("</p>", at) - at);
  EXPECT_THAT(head, HasSubstr("https://demo.example.ru/asset/roster.html"));
  EXPECT_THAT(head, HasSubstr("10\u00A0октября\u00A02026"));
}

}  // namespace
}  // namespace metodaktiv::site
