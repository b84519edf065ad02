#include "site/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/error.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using test::SiteBuilder;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

bool is_page(const std::string& path) { return path.ends_with(".html"); }

/// One build for the tests that only look.
const std::map<std::string, std::string>& built() {
  static const auto files = SiteBuilder("site-built").build(2);
  return files;
}

std::string page(const std::string& path) {
  const auto found = built().find(path);
  return found == built().end() ? "нет страницы " + path : found->second;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(Site, HasAPageOfEveryFamily) {
  for (const auto* path : {"index.html",
                           "404.html",
                           "documents.html",
                           "asset/index.html",
                           "asset/roster.html",
                           "asset/roster-maths.html",
                           "asset/form-1.html",
                           "asset/assignment.html",
                           "asset/assignment-alpha.html",
                           "asset/methodist-open.html",
                           "asset/stages.html",
                           "standard/about.html",
                           "standard/index.html",
                           "standard/calendar.html",
                           "help.html",
                           "indicators/index.html",
                           "indicators/share.html",
                           "municipalities/index.html",
                           "municipalities/gamma/index.html",
                           "municipalities/alpha/roster.html",
                           "municipalities/alpha/schools.html",
                           "municipalities/alpha/associations.html",
                           "municipalities/alpha/documents.html",
                           "municipalities/alpha/indicators.html",
                           "municipalities/alpha/practices.html",
                           "municipalities/alpha/calendar.html",
                           "practices/index.html",
                           "practices/subject-maths.html",
                           "practices/p/club.html",
                           "news/index.html",
                           "news/2026-09-01-start.html",
                           "assets/style.css",
                           "assets/finder.js",
                           "assets/golos-text-cyrillic-wght-normal.woff2"}) {
    EXPECT_TRUE(built().contains(path)) << path;
  }
}

TEST(Site, SitemapGetsEveryPageButTheErrorPage) {
  SiteBuilder builder("site-paths");
  const auto files = builder.build();
  EXPECT_EQ(builder.page_paths.size() + 1, builder.summary.pages);
  EXPECT_THAT(builder.page_paths, Contains("practices/p/club.html"));
  EXPECT_THAT(builder.page_paths, Not(Contains("404.html")));
  EXPECT_TRUE(std::is_sorted(builder.page_paths.begin(), builder.page_paths.end()));
}

TEST(Site, NamesNobodyWithoutConsentButCountsThem) {
  for (const auto& [path, bytes] : built()) {
    for (const auto* secret :
         {"Тайн", "Скрытная", "tayna@", "methodist-silent", "methodist-beta1"}) {
      EXPECT_THAT(bytes, Not(HasSubstr(secret))) << path;
    }
  }
  EXPECT_THAT(page("municipalities/alpha/roster.html"),
              HasSubstr("Ещё 1\u00A0методист не назван: действующего согласия на публикацию имени нет."));
  EXPECT_THAT(page("municipalities/beta/roster.html"),
              HasSubstr("1\u00A0региональный методист на"));
  EXPECT_THAT(page("asset/roster.html"), HasSubstr("Ещё 2\u00A0методиста не названы: действующего согласия"));
  EXPECT_THAT(page("asset/assignment-beta.html"), HasSubstr("имя не публикуется"));
}

TEST(Site, ShowsAnEmailAndAStoryOnlyWithTheirOwnConsent) {
  EXPECT_THAT(page("asset/methodist-mail.html"), HasSubstr("mailto:m@example.ru"));
  EXPECT_THAT(page("asset/methodist-open.html"), Not(HasSubstr("О себе")));
}

TEST(Site, SuppressedFiguresAreHiddenAndExplained) {
  const auto html = page("indicators/share.html");
  EXPECT_THAT(html, HasSubstr("скрыто"));
  EXPECT_THAT(html, HasSubstr("меньше 5 человек"));
  EXPECT_THAT(page("municipalities/beta/indicators.html"), HasSubstr("status-suppressed"));
  EXPECT_THAT(page("municipalities/gamma/indicators.html"), HasSubstr("нет данных"));
  EXPECT_THAT(page("asset/form-1.html"), HasSubstr("скрыто"));
}

TEST(Site, FiguresStandAsPeopleReadThem) {
  const auto html = page("indicators/share.html");
  EXPECT_THAT(html, HasSubstr("75\u00A0%"));
  EXPECT_THAT(html, HasSubstr("33,3\u00A0%"));
  EXPECT_THAT(html, HasSubstr("45\u00A0из\u00A060"));
  EXPECT_THAT(html, HasSubstr("SELECT 1 WHERE 1 &lt; 2"));
  EXPECT_THAT(page("municipalities/alpha/indicators.html"), HasSubstr("1 из 1"));
}

TEST(Site, MarkupInDataIsText) {
  for (const auto& [path, bytes] : built()) {
    if (!is_page(path)) continue;
    for (const auto* attack : {"<script>", "<img src=x", "<b>сыновья", "href=\"javascript:"}) {
      EXPECT_THAT(bytes, Not(HasSubstr(attack))) << path;
    }
  }
  EXPECT_THAT(page("practices/p/club.html"), HasSubstr("&lt;script&gt;alert(3)"));
}

TEST(Site, EveryPageIsWholeAndKeepsThePolicy) {
  for (const auto& [path, html] : built()) {
    if (!is_page(path)) continue;
    EXPECT_TRUE(html.starts_with("<!doctype html>")) << path;
    EXPECT_EQ(count(html, "<h1"), 1U) << path;
    EXPECT_EQ(count(html, "<html lang=\"ru\">"), 1U) << path;
    EXPECT_EQ(count(html, "<main"), 1U) << path;
    EXPECT_THAT(html, HasSubstr(base::Date(2026, 10, 10).in_words())) << path;
    EXPECT_THAT(html, Not(HasSubstr("<title></title>"))) << path;
    EXPECT_THAT(html, Not(HasSubstr("name=\"description\" content=\"\""))) << path;
    EXPECT_THAT(html, Not(HasSubstr(" style=\""))) << path;
    EXPECT_THAT(html, Not(HasSubstr("<style"))) << path;
    EXPECT_THAT(html, Not(HasSubstr("{{"))) << path;
    const auto ids = test::attributes(html, "id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << path;
  }
}

TEST(Site, InternalLinksLeadToPagesAndAnchorsThatExist) {
  const std::set<std::string> of_others = {"feed.xml"};
  for (const auto& [path, html] : built()) {
    if (!is_page(path) || path == "404.html") continue;  // its links begin at the site's root
    auto links = test::attributes(html, "href");
    for (const auto& source : test::attributes(html, "src")) links.push_back(source);
    for (const auto& link : links) {
      if (link.starts_with("http") || link.starts_with("mailto:") || link.starts_with("webcal:"))
        continue;
      EXPECT_FALSE(link.empty() || link.front() == '/') << path << " → " << link;
      const auto hash = link.find('#');
      const auto file = link.substr(0, hash);
      const auto target = file.empty() ? path
                                       : (std::filesystem::path(path).parent_path() / file)
                                             .lexically_normal()
                                             .generic_string();
      if (of_others.contains(target) || target.starts_with("data/") || target.ends_with(".ics"))
        continue;
      ASSERT_TRUE(built().contains(target)) << path << " → " << link;
      if (hash == std::string::npos) continue;
      EXPECT_THAT(test::attributes(built().at(target), "id"), Contains(link.substr(hash + 1)))
          << path << " → " << link;
    }
  }
}

TEST(Site, IsTheSameWithOneThreadAndFour) {
  SiteBuilder builder("site-jobs");
  EXPECT_EQ(builder.build(1), builder.build(4));
}

TEST(Site, DocumentPackageSaysWhatIsMissing) {
  const auto html = page("municipalities/alpha/documents.html");
  EXPECT_THAT(html, HasSubstr("Обязательный пакет: 1 из 2"));
  EXPECT_THAT(html, HasSubstr("Документа на 2026/2027 учебный год нет"));
  EXPECT_THAT(html, HasSubstr("План прошлого года"));
  EXPECT_THAT(page("municipalities/gamma/documents.html"), HasSubstr("0 из 2"));
}

TEST(Site, EmptySectionsSayWhoFillsThem) {
  for (const auto* section : {"roster", "associations", "practices"}) {
    EXPECT_THAT(page(std::string("municipalities/gamma/") + section + ".html"),
                HasSubstr("class=\"empty\""))
        << section;
  }
}

TEST(Site, CalendarHasDeadlinesAndEventsOfThePlace) {
  const auto alpha = page("municipalities/alpha/calendar.html");
  EXPECT_THAT(alpha, HasSubstr("9–13\u00A0ноября"));
  EXPECT_THAT(alpha, HasSubstr("Семинар Альфы"));
  EXPECT_THAT(alpha, HasSubstr("standard/index.html#f-1-1-1"));
  EXPECT_THAT(page("standard/calendar.html"), Not(HasSubstr("Семинар Альфы")));
  EXPECT_THAT(page("index.html"), Not(HasSubstr("2026-09-15")));  // already past
  EXPECT_THAT(page("index.html"), HasSubstr("15\u00A0сентября 2027"));
}

TEST(Site, LongListsAreSplitIntoPages) {
  std::string extra;
  for (int i = 0; i < 45; ++i) {
    extra +=
        "INSERT INTO practices (slug, municipality, title, kind, subject, annotation, body, "
        "status, year) VALUES ('x" +
        std::to_string(i) + "', 'beta', 'П', 'pedagogical', 'maths', 'А', 'Т', 'published', 2025);";
  }
  const auto files = SiteBuilder("site-pages", extra).build(2);
  ASSERT_TRUE(files.contains("practices/subject-maths_2.html"));
  ASSERT_TRUE(files.contains("municipalities/beta/practices-2.html"));
  EXPECT_THAT(files.at("practices/subject-maths.html"), HasSubstr("subject-maths_2.html"));
  EXPECT_THAT(files.at("municipalities/beta/practices-2.html"), HasSubstr("страница 2 из 2"));
}

TEST(Site, AccentColourReachesTheStyleSheet) {
  EXPECT_THAT(page("assets/style.css"), HasSubstr("--accent: #123456;"));
}

TEST(Site, TwoPagesAtOneAddressAreReported) {
  SiteBuilder builder("site-twice");
  content::Page page;
  page.name = "roster";
  page.title = "Моя страница";
  builder.pages().push_back(page);
  try {
    builder.build();
    FAIL() << "no failure";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("asset/roster.html"));
    EXPECT_THAT(failure.what(), HasSubstr("Моя страница"));
  }
}

TEST(Site, MissingFontSaysHowToGetIt) {
  SiteBuilder builder("site-font");
  std::filesystem::remove_all(builder.folder() / "node_modules" / "@fontsource-variable");
  try {
    builder.build();
    FAIL() << "no failure";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("golos-text-cyrillic"));
    EXPECT_THAT(failure.what(), HasSubstr("scripts/bootstrap"));
  }
}

}  // namespace
}  // namespace metodaktiv::site
