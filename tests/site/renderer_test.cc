#include "site/renderer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "site_fixture.h"

namespace metodaktiv::site {
namespace {

using testing::HasSubstr;

constexpr std::string_view kHead = "{{%AUTOESCAPE context=\"HTML\"}}\n";

class RendererTest : public testing::Test {
 protected:
  RendererTest() : folder_("renderer") {}

  void write(const std::string& name, const std::string& body) {
    base::write_file(folder_.path() / name, std::string(kHead) + body);
  }
  std::string failure() {
    try {
      const Renderer renderer(folder_.path());
    } catch (const base::Failure& failure) {
      return failure.what();
    }
    return "no failure";
  }

  test::TempFolder folder_;
};

TEST_F(RendererTest, EscapesByContext) {
  write("a.html", "<a title=\"{{T}}\" href=\"{{U}}\">{{T}}</a>{{B_HTML:none}}");
  const Renderer renderer(folder_.path());
  const auto html = renderer.render("a.html", "", [](Dict dict) {
    dict.set("T", "\"<b>&");
    dict.set("U", "javascript:alert(1)");
    dict.set_html("B_HTML", SafeHtml("<p>да</p>"));
  });
  EXPECT_EQ(html, "<a title=\"&quot;&lt;b&gt;&amp;\" href=\"#\">&quot;&lt;b&gt;&amp;</a><p>да</p>");
}

TEST_F(RendererTest, LinksStartAtThePagesRoot) {
  write("a.html", "{{#ROW}}<a href=\"{{HREF}}\">{{ROOT}}</a>{{/ROW}}");
  const Renderer renderer(folder_.path());
  const auto html = renderer.render("a.html", root_of("practices/p/x.html"), [](Dict dict) {
    dict.add("ROW").link("HREF", "news/index.html#n");
  });
  EXPECT_EQ(html, "<a href=\"../../news/index.html#n\">../../</a>");
}

TEST_F(RendererTest, PutShowsItsSectionOnlyForAValue) {
  write("a.html", "{{#HAS_A}}[{{A}}]{{/HAS_A}}{{#HAS_B}}[{{B}}]{{/HAS_B}}");
  const Renderer renderer(folder_.path());
  EXPECT_EQ(renderer.render("a.html", "",
                            [](Dict dict) {
                              dict.put("A", "да");
                              dict.put("B", "");
                            }),
            "[да]");
}

TEST_F(RendererTest, MissingTemplateIsNamed) {
  write("a.html", "x");
  const Renderer renderer(folder_.path());
  try {
    renderer.require("layout.html");
    FAIL() << "no failure";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("layout.html"));
  }
}

TEST_F(RendererTest, BrokenTemplateIsNamed) {
  write("broken.html", "{{#OPEN}}");
  EXPECT_THAT(failure(), HasSubstr("broken.html"));
}

TEST_F(RendererTest, TemplateWithoutEscapingIsRefused) {
  base::write_file(folder_.path() / "bare.html", "{{NAME}}");
  EXPECT_THAT(failure(), testing::AllOf(HasSubstr("bare.html"), HasSubstr("AUTOESCAPE")));
}

TEST_F(RendererTest, UnescapedValueIsRefusedUnlessItHoldsHtml) {
  write("open.html", "{{TEXT_HTML:none}}{{NAME:none}}");
  EXPECT_THAT(failure(), testing::AllOf(HasSubstr("open.html"), HasSubstr("NAME")));
}

TEST_F(RendererTest, UnescapedValueIsRefusedHoweverItIsWritten) {
  for (const auto* text : {"{{NAME:none:o}}", "{{NAME:h:none}}", "{{NAME:none }}"}) {
    write("open.html", text);
    EXPECT_THAT(failure(), HasSubstr("NAME")) << text;
  }
  write("open.html", "{{=<% %>=}}<%NAME:none%>");
  EXPECT_THAT(failure(), HasSubstr("{{="));
}

TEST_F(RendererTest, EscapingBeginsTheTemplate) {
  base::write_file(folder_.path() / "late.html", "{{!" + std::string(kHead) + "{{NAME}}");
  EXPECT_THAT(failure(), testing::AllOf(HasSubstr("late.html"), HasSubstr("AUTOESCAPE")));
}

TEST(RootOf, CountsFolders) {
  EXPECT_EQ(root_of("index.html"), "");
  EXPECT_EQ(root_of("asset/roster.html"), "../");
  EXPECT_EQ(root_of("practices/p/x.html"), "../../");
}

}  // namespace
}  // namespace metodaktiv::site
