#include "config/toml_remark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace metodaktiv::config {
namespace {

using testing::HasSubstr;
using testing::Not;

TomlRemark remark(const std::string& text) {
  try {
    static_cast<void>(toml::parse(text));
  } catch (const toml::parse_error& error) {
    return toml_remark(error, text);
  }
  ADD_FAILURE() << "is TOML: " << text;
  return {};
}

TEST(TomlRemark, QuotesTheLine) {
  const auto found = remark("title = \"Сайт\"\nmenu = [\"а\", \"б\"\nlast = 1\n");
  EXPECT_THAT(found.message, HasSubstr("Не разобрать запись (позиция "));
  EXPECT_THAT(remark("a = 1\n  b == 2  \n").message, HasSubstr("в строке): b == 2"));
}

TEST(TomlRemark, SaysWhatIsUsuallyWrong) {
  EXPECT_THAT(remark("title = «Сайт»\n").remedy, HasSubstr("прямые кавычки (\") вместо «ёлочек»"));
  EXPECT_THAT(remark("title = “Сайт”\n").remedy, HasSubstr("вместо «ёлочек»"));
  EXPECT_THAT(remark("title = Сайт района\n").remedy, HasSubstr("Возьмите текст после знака «=»"));
  EXPECT_THAT(remark("title \"Сайт\"\n").remedy, HasSubstr("знак «=»"));
  EXPECT_THAT(remark("[menu\n").remedy, HasSubstr("скобки"));
  const auto twice = remark("title = \"А\"\ntitle = \"Б\"\n");
  EXPECT_THAT(twice.message, HasSubstr("уже задан выше: title = \"Б\""));
  EXPECT_EQ(twice.remedy, "Оставьте одну из строк.");
}

TEST(TomlRemark, SpeaksRussianAndKeepsToOneLineWhateverStandsThere) {
  for (const std::string text : {"a = \x01\x02", "a = \"\xFF\xFE", "a = \"\n\"", "=", "a = [1,\n",
                                 "\xD0", "a = {b = 1, b = 2}", "a.b = 1\na = 2\n", "[a]\n[a]\n"}) {
    const auto found = remark(text);
    EXPECT_THAT(found.message, Not(HasSubstr("rror"))) << found.message;
    EXPECT_EQ(found.message.find('\n'), std::string::npos);
  }
  EXPECT_THAT(remark("a = 1\nb = \"\xCF\xF0\xE8\"\n").remedy, HasSubstr("UTF-8"));
  const auto cut = remark("a = " + std::string(5000, '?') + "\n").message;
  EXPECT_LT(cut.size(), 300U);
  EXPECT_THAT(cut, HasSubstr("…"));
}

}  // namespace
}  // namespace metodaktiv::config
