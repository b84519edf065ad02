#include "release/link_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace metodaktiv::release {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(ScanLinks, ReadsAttributesOnlyInsideTags) {
  const auto links = scan_links(
      "<!-- <a href=\"comment.html\"> --><p>href=\"text.html\"</p>"
      "<a class=\"x\" href=\"a.html?x=1&amp;y=2#b\">a</a><img src=\"i.svg\" "
      "alt=\"href=&quot;no&quot;\">"
      "<h2 id=\"one\">1</h2>");
  EXPECT_THAT(links.targets, ElementsAre("a.html?x=1&y=2#b", "i.svg"));
  EXPECT_THAT(links.anchors, ElementsAre("one"));
}

TEST(ScanLinks, BrokenHtmlEnds) {
  EXPECT_TRUE(scan_links("<a href=\"never closed").targets.empty());
  EXPECT_TRUE(scan_links("<!-- never closed").targets.empty());
  EXPECT_TRUE(scan_links("a < b").targets.empty());
}

class CheckLinks : public testing::Test {
 protected:
  void SetUp() override {
    root_ =
        fs::temp_directory_path() / ("metodaktiv-link-check-test-" + std::to_string(::getpid()));
    fs::remove_all(root_);
  }
  void TearDown() override { fs::remove_all(root_); }
  void page(const std::string& path, const std::string& html) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << html;
    paths_.push_back(path);
  }
  fs::path root_;
  std::vector<std::string> paths_;
};

TEST_F(CheckLinks, GoodLinksGiveNothing) {
  page("index.html",
       "<a href=\"a/b.html#x\">1</a><a href=\"https://e.ru/\">2</a><a href=\"#top\" "
       "id=\"top\">3</a>");
  page("a/b.html",
       "<a href=\"../index.html\" id=\"x\">1</a><a href=\"../\">2</a><a "
       "href=\"mailto:a@b.ru\">3</a>");
  EXPECT_TRUE(check_links(root_, paths_, 2).empty());
}

TEST_F(CheckLinks, BrokenOnesAreNamedWithTheirPage) {
  page("index.html",
       "<a href=\"missing.html\">1</a><a href=\"#nowhere\">2</a><a href=\"../../out.html\">3</a>");
  const auto findings = check_links(root_, paths_, 1).sorted();
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].place.file, "index.html");
  EXPECT_EQ(findings[0].value, "#nowhere");
  EXPECT_EQ(findings[1].value, "../../out.html");
  EXPECT_THAT(findings[1].message, HasSubstr("за пределы"));
  EXPECT_EQ(findings[2].value, "missing.html");
}

TEST_F(CheckLinks, FixedLinksStayUnderTheSitesFolder) {
  page("404.html", "<a href=\"/rma/a/b.html\">1</a><a href=\"/rma/\">2</a>");
  page("index.html", "");
  page("a/b.html", "");
  EXPECT_TRUE(check_links(root_, paths_, 1, "/rma/").empty());
  const auto findings = check_links(root_, paths_, 1, "/other/").sorted();
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(findings[0].message, HasSubstr("за пределы"));
}

}  // namespace
}  // namespace metodaktiv::release
