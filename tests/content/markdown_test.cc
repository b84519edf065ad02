#include "content/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <thread>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::content {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

std::string failure_of(const std::string& text) {
  try {
    render_markdown(text, {0, "", "практика klub", true});
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "нет ошибки";
}

TEST(Markdown, WritesTheUsualBlocks) {
  EXPECT_EQ(render_markdown(
                "Абзац *раз* и **два**, `код`, ~~нет~~.\n\n- один\n- два\n\n> цитата\n\n---\n"),
            "<p>Абзац <em>раз</em> и <strong>два</strong>, <code>код</code>, <del>нет</del>.</p>\n"
            "<ul>\n<li>один</li>\n<li>два</li>\n</ul>\n"
            "<blockquote>\n<p>цитата</p>\n</blockquote>\n<hr>\n");
  EXPECT_EQ(render_markdown("3. три\n4. четыре\n"),
            "<ol start=\"3\">\n<li>три</li>\n<li>четыре</li>\n</ol>\n");
  EXPECT_EQ(render_markdown("    a < b\n"), "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n");
}

TEST(Markdown, LooseListsKeepParagraphs) {
  EXPECT_EQ(render_markdown("- один\n\n- два\n"),
            "<ul>\n<li><p>один</p>\n</li>\n<li><p>два</p>\n</li>\n</ul>\n");
}

TEST(Markdown, HeadingsNeverOutrankThePageAndGetUniqueIds) {
  EXPECT_EQ(render_markdown("# Права\n\n## Права\n\n###### Права\n\n# ***\n"),
            "<h2 id=\"prava\">Права</h2>\n<h2 id=\"prava-2\">Права</h2>\n"
            "<h6 id=\"prava-3\">Права</h6>\n<h2 id=\"section\">***</h2>\n");
  EXPECT_EQ(render_markdown("# А\n\n##### Б\n", {2, "", "", true}),
            "<h3 id=\"a\">А</h3>\n<h6 id=\"b\">Б</h6>\n");
}

TEST(Markdown, NumberedIdMeetsAHeadingThatLooksLikeIt) {
  const auto html = render_markdown("# a\n\n# a-2\n\n# a\n\n# a\n");
  EXPECT_THAT(html, HasSubstr("<h2 id=\"a\">"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"a-2\">a-2"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"a-3\">"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"a-4\">"));
}

TEST(Markdown, TablesScrollAndAlignWithoutStyles) {
  EXPECT_EQ(
      render_markdown("| Год | Число |\n|:---:|---:|\n| 2026 | 5 |\n| | 7 |\n"),
      "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"Таблица\"><table>\n"
      "<thead>\n<tr><th scope=\"col\" class=\"align-center\">Год</th>"
      "<th scope=\"col\" class=\"align-right\">Число</th></tr>\n</thead>\n"
      "<tbody>\n<tr><td class=\"align-center\">2026</td><td class=\"align-right\">5</td></tr>\n"
      "<tr><td class=\"align-center\"></td><td class=\"align-right\">7</td></tr>\n</tbody>\n"
      "</table></section>\n");
  EXPECT_THAT(render_markdown("|a|\n|-|\n\nи\n\n|b|\n|-|\n"),
              HasSubstr("aria-label=\"Таблица 2\""));
}

TEST(Markdown, TaskListsAreReadAloud) {
  EXPECT_EQ(
      render_markdown("- [x] сделать\n- [ ] ждать\n"),
      "<ul>\n<li class=\"task\"><span role=\"img\" aria-label=\"сделано\">☑</span> сделать</li>\n"
      "<li class=\"task\"><span role=\"img\" aria-label=\"не сделано\">☐</span> "
      "ждать</li>\n</ul>\n");
}

TEST(Markdown, GivesTheHeadingsForATableOfContents) {
  const auto page = render_document("## Для *кого*\n\nТекст.\n\n### Шаг `1`\n\n## Для кого\n");
  ASSERT_EQ(page.headings.size(), 3U);
  EXPECT_EQ(page.headings[0].text, "Для кого");
  EXPECT_EQ(page.headings[0].id, "dlya-kogo");
  EXPECT_EQ(page.headings[1].level, 3);
  EXPECT_EQ(page.headings[1].text, "Шаг 1");
  EXPECT_EQ(page.headings[2].id, "dlya-kogo-2");
  for (const auto& heading : page.headings) {
    EXPECT_THAT(page.html, HasSubstr("id=\"" + heading.id + "\""));
  }
}

TEST(Markdown, AHeadingNeverTakesThePlaceOfTheContent) {
  EXPECT_THAT(render_markdown("## Main\n"), HasSubstr("<h2 id=\"main-2\">"));
}

TEST(Markdown, FootnotesLeadThereAndBack) {
  const auto html =
      render_markdown("Раз[^а], два[^b] и снова[^а].\n\n[^b]: Второе.\n[^а]: Первое **важное**.\n");
  EXPECT_THAT(html, HasSubstr("Раз<sup class=\"footnote-ref\"><a href=\"#fn_1\" id=\"fnref_1\""));
  EXPECT_THAT(html, HasSubstr("href=\"#fn_2\" id=\"fnref_2\""));
  EXPECT_THAT(html, HasSubstr("href=\"#fn_1\" id=\"fnref_1_2\""));
  EXPECT_THAT(html, HasSubstr("<section class=\"footnotes\" aria-label=\"Сноски\"><ol>\n"
                              "<li id=\"fn_1\"><p>Первое <strong>важное</strong>.</p>\n"));
  EXPECT_THAT(html, HasSubstr("<a class=\"footnote-back\" href=\"#fnref_2\""));
  EXPECT_TRUE(html.ends_with("</li>\n</ol></section>\n")) << html;
}

TEST(Markdown, AFootnoteWithoutATextStaysAsItIs) {
  EXPECT_EQ(render_markdown("Раз[^нет].\n"), "<p>Раз[^нет].</p>\n");
}

TEST(Markdown, AFootnoteInALinkIsNoLinkInALink) {
  const auto html = render_markdown("[раз[^1]](https://a.ru)\n\n[^1]: Сноска.\n");
  EXPECT_THAT(html, Not(HasSubstr("\"><a href=\"https")));
  EXPECT_THAT(html, Not(HasSubstr("noopener\">раз<sup class")));
}

TEST(Markdown, RefusesAFloodOfFootnotes) {
  EXPECT_THAT(failure_of(repeated("а[^1]\n\n", 600) + "[^1]: б\n"), HasSubstr("500 сносок"));
}

TEST(Markdown, RelativeLinksStartAtTheSitesRoot) {
  const MarkdownOptions deep{0, "../../", "", true};
  EXPECT_EQ(render_markdown("[а](asset/roster.html#x)", deep),
            "<p><a href=\"../../asset/roster.html#x\">а</a></p>\n");
  EXPECT_EQ(render_markdown("[а](/help.html)", deep), "<p><a href=\"../../help.html\">а</a></p>\n");
  EXPECT_EQ(render_markdown("[а](#prava)", deep), "<p><a href=\"#prava\">а</a></p>\n");
  EXPECT_EQ(render_markdown("![схема](img/a.png)", deep),
            "<p><img src=\"../../img/a.png\" loading=\"lazy\" alt=\"схема\"></p>\n");
}

TEST(Markdown, ForeignTextsKeepNoRelativeLinks) {
  EXPECT_EQ(
      render_markdown("[файл](план.docx) ![фото](a.png) [сайт](https://a.ru)", {0, "", "", false}),
      "<p>файл фото <a href=\"https://a.ru\" rel=\"noopener\">сайт</a></p>\n");
}

TEST(Markdown, ExternalLinksAndAddresses) {
  EXPECT_EQ(
      render_markdown("https://a.ru/?x=1&y=2 и a@b.ru"),
      "<p><a href=\"https://a.ru/?x=1&amp;y=2\" rel=\"noopener\">https://a.ru/?x=1&amp;y=2</a> и "
      "<a href=\"mailto:a@b.ru\">a@b.ru</a></p>\n");
  EXPECT_EQ(render_markdown("![вид](https://a.ru/a.png)"),
            "<p><a href=\"https://a.ru/a.png\" rel=\"noopener\">вид</a></p>\n");
  EXPECT_EQ(render_markdown("[![вид](https://a.ru/a.png)](https://b.ru)"),
            "<p><a href=\"https://b.ru\" rel=\"noopener\">вид</a></p>\n");
  EXPECT_EQ(render_markdown("[](https://a.ru)"),
            "<p><a href=\"https://a.ru\" rel=\"noopener\">https://a.ru</a></p>\n");
}

TEST(Markdown, AltTextIsTextOnly) {
  EXPECT_EQ(render_markdown("![a **b** [c](d.html) \"e\"](x.png)"),
            "<p><img src=\"x.png\" loading=\"lazy\" alt=\"a b c &quot;e&quot;\"></p>\n");
}

class HostileLink : public testing::TestWithParam<const char*> {};

TEST_P(HostileLink, StaysText) {
  const auto html = render_markdown(GetParam());
  EXPECT_THAT(html, Not(HasSubstr("href"))) << html;
  EXPECT_THAT(html, Not(HasSubstr("src="))) << html;
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, HostileLink,
    testing::Values("[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
                    "[a](&#106;avascript:alert(1))", "[a](javascript&colon;alert(1))",
                    "[a](java&Tab;script:alert(1))", "[a](java&NewLine;script:alert(1))",
                    "[a](<  javascript:alert(1)>)", "[a](&#1;javascript:alert(1))",
                    "[a](java\\\nscript:alert(1))", "[a](vbscript:x)",
                    "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](file:///etc/passwd)",
                    "[a](//evil.example)", "[a](/\\\\evil.example)", "[a](\\\\\\\\evil.example)",
                    "[a](http:evil.example)", "![a](javascript:alert(1))",
                    "![a](data:image/svg+xml,x)", "<javascript:alert(1)>",
                    "[a][b]\n\n[b]: javascript:alert(1)", "[a]()"));

TEST(Markdown, APathStaysAPathWithoutItsSlash) {
  const auto html = render_markdown(
      "[a](/javascript:alert(1)) ![b](/data:image/svg+xml,x) [c](/https://evil.example/x) "
      "[d](/asset/index.html)");
  EXPECT_THAT(html, HasSubstr("href=\"./javascript:alert(1)\""));
  EXPECT_THAT(html, HasSubstr("src=\"./data:image/svg+xml,x\""));
  EXPECT_THAT(html, HasSubstr("href=\"./https://evil.example/x\""));
  EXPECT_THAT(html, HasSubstr("href=\"asset/index.html\""));
}

TEST(Markdown, AttributesCannotBeLeft) {
  const auto html = render_markdown("[a](https://a.ru/\"onmouseover=x 'b\" onclick=\"c')");
  EXPECT_THAT(html, Not(HasSubstr("\"onmouseover")));
  EXPECT_THAT(render_markdown("[a](x.html '\" onclick=\"alert(1)')"),
              HasSubstr("title=\"&quot; onclick=&quot;alert(1)\""));
  EXPECT_THAT(render_markdown("```\"><script>\nx\n```"), Not(HasSubstr("<script")));
}

TEST(Markdown, NoRawHtmlPasses) {
  for (const char* text :
       {"<script>alert(1)</script>", "а <script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "а <img src=x onerror=alert(1)> б", "<iframe src=\"//evil\"></iframe>",
        "<svg/onload=alert(1)>", "<div onclick=x>\nа\n</div>", "<style>*{display:none}</style>",
        "<?php x ?>", "<![CDATA[<b>]]>"}) {
    const auto html = render_markdown(text);
    for (const char* tag :
         {"<script", "<img", "<iframe", "<svg", "<div", "<style", "<?", "<!", "<b>"}) {
      EXPECT_THAT(html, Not(HasSubstr(tag))) << text;
    }
  }
  EXPECT_EQ(render_markdown("да<br>нет"), "<p>данет</p>\n");
  EXPECT_EQ(render_markdown("<!-- себе -->\n"), "");
  EXPECT_EQ(render_markdown("<div>\nтекст\n</div>\n"), "<p>&lt;div&gt;\nтекст\n&lt;/div&gt;</p>\n");
}

TEST(Markdown, BrokenBytesAndControlCharactersDoNotPass) {
  EXPECT_EQ(render_markdown("a\xFF"
                            "b\x01"
                            "c"),
            "<p>a\xEF\xBF\xBD"
            "bc</p>\n");
  EXPECT_EQ(render_markdown(std::string("a\0b", 3)),
            "<p>a\xEF\xBF\xBD"
            "b</p>\n");
}

// The parser cuts such a mark out of the text by columns, here in the middle of a letter.
TEST(Markdown, FootnoteMarkWithoutItsFootnoteLeavesWholeLetters) {
  const auto html = render_markdown("[^| a | b |\n|\xD6#\xD2\x83\xC5&gt;1]");
  EXPECT_TRUE(base::is_valid_utf8(html)) << html;
  EXPECT_TRUE(base::is_valid_utf8(render_document("# [^а\nж&gt;ж]\n").headings.front().text));
}

TEST(Markdown, NamesTheTextAndTheLineThatIsTooMuch) {
  EXPECT_THAT(failure_of(std::string(kMaxMarkdownBytes + 1, 'a')), HasSubstr("практика klub"));
  EXPECT_THAT(failure_of(std::string(kMaxMarkdownBytes + 1, 'a')), HasSubstr("257 КБ"));
  EXPECT_THAT(failure_of("а\n\n" + std::string(5000, 'x')), HasSubstr("практика klub, строка 3"));
  EXPECT_THAT(failure_of(repeated("> ", 60) + "a"), HasSubstr("вложенность"));
  EXPECT_THAT(failure_of(repeated("- ", 60) + "a"), HasSubstr("вложенность"));
  EXPECT_THAT(failure_of(repeated("*a **a ", 100) + "b" + repeated(" a** a*", 100)),
              HasSubstr("вложенность"));
}

TEST(Markdown, DepthByIndentationIsBoundedToo) {
  std::string text;
  for (int depth = 0; depth < 200; ++depth)
    text += repeated("  ", static_cast<std::size_t>(depth)) + "* a\n";
  EXPECT_THAT(failure_of(text), HasSubstr("вложенность"));
}

TEST(Markdown, OrdinaryTextsOfEverySizePass) {
  EXPECT_EQ(failure_of(repeated("Обычное предложение с [ссылкой](https://a.ru/x).\n\n", 2000)),
            "нет ошибки");
  EXPECT_EQ(failure_of("| Школа | Годы |\n|---|---|\n" + repeated("| Школа № 5 | - |\n", 2000)),
            "нет ошибки");
  EXPECT_EQ(failure_of(repeated("* ", 30) + "\n\n" + std::string(200, '-') + "\n"), "нет ошибки");
}

double seconds_for(const std::string& text) {
  const std::clock_t start = std::clock();
  try {
    EXPECT_LE(render_markdown(text).size(), kMaxHtmlBytes);
  } catch (const base::Failure&) {
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Each of these took the parser seconds, gigabytes or an abort without the bounds.
TEST(Markdown, HostileTextsAreRefusedOrDoneQuickly) {
  const std::size_t all = kMaxMarkdownBytes;
  const std::string head = "|" + repeated("x|", 1000) + "\n|" + repeated("-|", 1000) + "\n";
  EXPECT_THAT(failure_of(head + repeated("a\n", 6000)), HasSubstr("столбцов"));
  const std::string narrow = "|" + repeated("x|", 60) + "\n|" + repeated("-|", 60) + "\n";
  EXPECT_THAT(failure_of(narrow + repeated("a\n", 10'000)), HasSubstr("ячеек"));
  const std::string big_reference = "[a]: <" + std::string(4000, 'u') + ">\n\n";
  EXPECT_THAT(failure_of(big_reference + repeated("[a]\n\n", 40'000)), HasSubstr("определения"));

  const std::vector<std::string> texts = {
      head + repeated("a\n", (all - head.size()) / 2),
      "http://a.b/" + repeated(")", all - 20),
      repeated("![[]() ", all / 8),
      repeated("<? ", all / 3),
      repeated("[a](<b ", all / 7),
      repeated("*a_ ", all / 4),
      repeated("> a\n", all / 4),
      repeated("- |-|-|\n", all / 8),
      repeated("a|b\n-|\n", all / 7),
      repeated("`@|__```\n|-|-|\n", all / 16),
      big_reference + repeated("[a] ", (all - big_reference.size()) / 4),
      repeated("[1]: u\n", all / 7),
      repeated("e`", all / 2),
      repeated("[", all / 2) + repeated("]", all / 2),
  };
  for (const auto& text : texts) EXPECT_LT(seconds_for(text), 1.5) << text.substr(0, 40);
}

TEST(Markdown, ThreadsGetTheSameBytes) {
  const std::string text = repeated("~~нет~~ www.a.ru **да** http://b.ru a@b.ru\n\n", 200);
  const auto expected = render_markdown(text);
  std::vector<std::string> results(8);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) result = render_markdown(text);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) EXPECT_EQ(result, expected);
  EXPECT_THAT(expected, HasSubstr("<del>"));
}

}  // namespace
}  // namespace metodaktiv::content
