#include "reports/report_page.h"

#include <gmock/gmock.h>

#include <regex>

#include "base/error.h"
#include "report_fixture.h"
#include "reports/markdown.h"

namespace metodaktiv::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::filesystem::path kTemplates =
    std::filesystem::path(METODAKTIV_PROJECT_DIR) / "templates" / "reports";

std::vector<std::string> numbers(const std::string& text) {
  static const std::regex kNumber("[0-9]+");
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), kNumber), end; it != end; ++it) {
    found.push_back(it->str());
  }
  return found;
}

/// What a reader sees of the text part of a page.
std::string visible(const std::string& page) {
  const auto begin = page.find("<h1>");
  auto text = page.substr(begin, page.find("<nav", begin) - begin) +
              page.substr(page.find("<div class=\"text\">"));
  return std::regex_replace(text, std::regex("<[^>]*>"), " ");
}

std::string rendered(const Markdown& text) {
  return ReportPages(kTemplates).page(text.text(), {}, "проба");
}

TEST_F(ReportTest, APageHasTheNumbersOfItsText) {
  write("out");
  for (const char* folder : {"_region/", "balashikha/", "empty/"}) {
    const auto text = base::read_file(sink_->file(std::string(folder) + "report.md"));
    const auto plain = std::regex_replace(text, std::regex("\n[0-9]+\\. "), "\n");
    EXPECT_EQ(numbers(visible(base::read_file(sink_->file(std::string(folder) + "report.html")))),
              numbers(plain))
        << folder;
  }
}

TEST_F(ReportTest, APageLeadsToTheFilesBesideIt) {
  write("out");
  const auto page = text("balashikha/report.html");
  EXPECT_TRUE(contains(page, "<a href=\"kpi.xlsx\">Показатели и методисты</a>"));
  EXPECT_TRUE(contains(page, "<a href=\"#sleduyushchie-shagi\">Следующие шаги</a>"));
  EXPECT_TRUE(contains(page, "<h2 id=\"sleduyushchie-shagi\">"));
  EXPECT_TRUE(contains(page, "<meta name=\"robots\" content=\"noindex, nofollow\">"));
  EXPECT_TRUE(contains(page, "Для служебного пользования"));
  // It goes to the municipality alone: nothing in it leads out of the folder.
  EXPECT_THAT(page, Not(HasSubstr("../")));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST_F(ReportTest, TheWayInNamesEveryMunicipality) {
  write("out");
  const auto page = text("index.html");
  EXPECT_TRUE(contains(page, "<a href=\"balashikha/report.html\">Балашиха</a>"));
  EXPECT_TRUE(contains(page, "<a href=\"_packs/balashikha.zip\">ZIP</a>"));
  EXPECT_TRUE(contains(page, "<a href=\"_packs/mailing.csv\">"));
  EXPECT_TRUE(contains(page, "<a href=\"_region/report.html\">Аналитический отчёт</a>"));
  EXPECT_TRUE(contains(page, "<td class=\"align-right\">4 из 11</td>"));
  EXPECT_TRUE(contains(page, "<a href=\"dalniy/form-2.xlsx\">форма 2</a>"));
}

TEST_F(ReportTest, NamesOfTheRegistryStayTextOnPages) {
  {
    registry::Database db(registry_file(), registry::Database::Mode::kReadWrite);
    db.execute(
        "UPDATE municipalities SET name = '<b>|*Злой*|</b> [x](y) &lt;' || char(10) || '=1+1' "
        "WHERE code = 'dalniy';"
        "UPDATE methodists SET last_name = '<script>alert(1)</script>|' WHERE code = 'm-1'");
  }
  write("out");
  const std::string shown = "&lt;b&gt;|*Злой*|&lt;/b&gt; [x](y) &amp;lt; =1+1";
  EXPECT_TRUE(contains(text("dalniy/report.html"), "<h1>Методическая работа: " + shown));
  EXPECT_TRUE(contains(text("index.html"), "<a href=\"dalniy/report.html\">" + shown + "</a>"));
  EXPECT_TRUE(contains(text("balashikha/report.html"),
                       "<td>&lt;script&gt;alert(1)&lt;/script&gt;| Анна Ивановна</td>"));
}

TEST(MarkdownText, ABlockStartsWithNoMarkup) {
  Markdown text;
  text.heading(1, "Заголовок");
  for (const char* line : {"- не список", "+ не список", "1. не список", "=== не черта", "---",
                           "    не код", "# не заголовок", "2) не список"}) {
    text.paragraph(line);
  }
  text.bullets({"1) пункт", "- пункт"});
  const auto page = rendered(text);
  for (const char* part :
       {"<p>- не список</p>", "<p>+ не список</p>", "<p>1. не список</p>", "<p>=== не черта</p>",
        "<p>---</p>", "<p>не код</p>", "<p># не заголовок</p>", "<p>2) не список</p>",
        "<li>1) пункт</li>", "<li>- пункт</li>"}) {
    EXPECT_TRUE(contains(page, part));
  }
}

TEST(MarkdownText, NumbersGoOnAfterAHeading) {
  Markdown text;
  text.heading(1, "Заголовок");
  text.numbered({"первый", "второй"});
  text.heading(2, "Дальше");
  text.numbered({"третий"}, 3);
  EXPECT_TRUE(contains(rendered(text), "<ol start=\"3\">\n<li>третий</li>"));
}

TEST(ReportPages, APlaceThatNobodyKnowsIsRefused) {
  const auto folder = std::filesystem::temp_directory_path() / "metodaktiv-report-page";
  std::filesystem::create_directories(folder);
  base::write_file(folder / "page.css", "");
  base::write_file(folder / "page.html", "<h1>{{TITLE}}</h1>{{SUBTITLE}}");
  try {
    const ReportPages pages(folder);
    FAIL() << "accepted";
  } catch (const base::Failure& f) {
    EXPECT_THAT(f.what(), HasSubstr("{{SUBTITLE}}"));
  }
  std::filesystem::remove_all(folder);
}

TEST(ReportPages, WhatATextHoldsIsNoPlace) {
  Markdown text;
  text.heading(1, "{{BODY}}");
  text.paragraph("{{STYLE}} и {{TITLE}}");
  const auto page = rendered(text);
  EXPECT_TRUE(contains(page, "<h1>{{BODY}}</h1>"));
  EXPECT_TRUE(contains(page, "<p>{{STYLE}} и {{TITLE}}</p>"));
}

}  // namespace
}  // namespace metodaktiv::reports
