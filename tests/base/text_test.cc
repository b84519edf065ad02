#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace metodaktiv::base {
namespace {

using ::testing::ElementsAre;

TEST(Text, RussianPlurals) {
  const auto form = [](std::int64_t n) { return plural(n, "день", "дня", "дней"); };
  for (const int n : {1, 21, 101, 1001, -1}) EXPECT_EQ(form(n), "день") << n;
  for (const int n : {2, 3, 4, 22, 104, -2}) EXPECT_EQ(form(n), "дня") << n;
  for (const int n : {0, 5, 11, 12, 14, 20, 111, 112, 1014}) EXPECT_EQ(form(n), "дней") << n;
  EXPECT_EQ(counted(12345, "день", "дня", "дней"), "12\u00A0345\u00A0дней");
}

TEST(Text, GroupsThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(1234), "1234");
  EXPECT_EQ(grouped(12345), "12\u00A0345");
  EXPECT_EQ(grouped(1234567), "1\u00A0234\u00A0567");
  EXPECT_EQ(grouped(-12345), "−12\u00A0345");
}

TEST(Text, ValidatesUtf8) {
  for (const std::string_view good :
       {"", "abc", "ёж", "😀", "\xEF\xBB\xBF", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xD0", "\xD0 ", "a\xFF"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
  EXPECT_EQ(length_utf8("ёж😀"), 3U);
}

TEST(Text, ChangesCaseOfLatinAndCyrillic) {
  EXPECT_EQ(to_lower("ABC Ёжик ПОДЪЁМ Ї 1"), "abc ёжик подъём ї 1");
  EXPECT_EQ(capitalized("ёлка"), "Ёлка");
  EXPECT_EQ(capitalized("школа № 5"), "Школа № 5");
  EXPECT_EQ(capitalized(""), "");
}

TEST(Text, FoldsWhatPeopleType) {
  EXPECT_EQ(folded("  Учёный\u00A0 СОВЕТ\t"), "ученый совет");
  EXPECT_EQ(folded("\uFEFFКод"), "код");
  EXPECT_EQ(folded(" \u00A0"), "");
}

// A byte that begins no letter must not swallow the one after it: «\xC1http:» is no «http:», and a
// name behind such a byte is still that name.
TEST(Text, LeavesBrokenBytesAlone) {
  EXPECT_EQ(to_lower("\xC1HTTP"), "\xC1http");
  EXPECT_EQ(to_lower("\xD0\xD0\x90"), "\xD0\xD0\xB0");
  EXPECT_EQ(to_lower("\xC1\xA8"), "\xC1\xA8");
  EXPECT_EQ(to_lower("\xE0\x80\xA8\xFF\xF4\x90\x80\x80"), "\xE0\x80\xA8\xFF\xF4\x90\x80\x80");
  EXPECT_EQ(folded("\xE2 Иванова"), "\xE2 иванова");
  EXPECT_EQ(slug("\xC1\xA8ttp \xD0Школа"), "ttp-shkola");
}

TEST(Text, TrimsAndSplits) {
  EXPECT_EQ(trimmed("\u00A0 a b \r\n\uFEFF"), "a b");
  EXPECT_EQ(trimmed(" \t"), "");
  EXPECT_EQ(trimmed("ёж"), "ёж");
  EXPECT_THAT(split("a||b|", '|'), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", '|'), ElementsAre(""));
  EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(Text, MakesSlugs) {
  EXPECT_EQ(slug("Школа № 5"), "shkola-5");
  EXPECT_EQ(slug("Объём и Щука — ёж"), "obem-i-shchuka-ezh");
  EXPECT_EQ(slug("---"), "");
  EXPECT_EQ(slug("а б в", 3), "a-b");
  EXPECT_EQ(slug("ааа ббб", 4), "aaa");
  EXPECT_LE(slug(std::string(500, 'x')).size(), 64U);
}

TEST(Text, JoinsNames) {
  EXPECT_EQ(full_name("Иванова", "Анна", "Петровна"), "Иванова Анна Петровна");
  EXPECT_EQ(full_name("Ли", "Юн", ""), "Ли Юн");
  EXPECT_EQ(full_name("", "Анна", ""), "Анна");
}

TEST(Text, EscapesMarkdown) {
  EXPECT_EQ(escape_markdown("a|b\n*c* <d>"), "a\\|b \\*c\\* \\<d\\>");
  EXPECT_EQ(escape_markdown("[x](y)\\"), "\\[x\\](y)\\\\");
  EXPECT_EQ(escape_markdown("а\x0b"
                            "б\x7f"),
            "а б ");
  EXPECT_EQ(escape_markdown("а\xed\xa0\x80\xff|б"), "а\\|б");
  // Inside a word an underscore means nothing to Markdown.
  EXPECT_EQ(escape_markdown("D_уиом, a_1, я_я"), "D_уиом, a_1, я_я");
  EXPECT_EQ(escape_markdown("_а_ б_ _в a__b «_г"), "\\_а\\_ б\\_ \\_в a\\_\\_b «\\_г");
  std::string letters;
  for (int i = 0; i < 600; ++i) letters += "ж";
  const auto cut = letters.substr(0, 1000) + "…";
  EXPECT_EQ(escape_markdown(letters + " б " + letters), cut + " б " + cut);
  EXPECT_EQ(escape_markdown("x" + letters), "x" + cut);
}

}  // namespace
}  // namespace metodaktiv::base
