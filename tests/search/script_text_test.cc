#include "search/script_text.h"

#include <gtest/gtest.h>

namespace metodaktiv::search {
namespace {

TEST(Literal, CannotEndTheScriptNorTheString) {
  EXPECT_EQ(literal("a \"b\" \\ </script><!--"), "\"a \\\"b\\\" \\\\ \\u003c/script>\\u003c!--\"");
  EXPECT_EQ(literal("строка\u2028\u2029\n\t\x7F"), "\"строка\\u2028\\u2029\\u000a\\u0009\\u007f\"");
}

TEST(Literal, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(literal("a\xFF\xD0"), "\"a\uFFFD\uFFFD\"");
  EXPECT_EQ(literal("\U0001F600"), "\"\U0001F600\"");
}

TEST(AppendNumber, FiveBitsASign) {
  std::string text;
  for (const auto value : {0U, 31U, 32U, 1023U, 1024U}) append_number(text, value);
  EXPECT_EQ(text,
            "A"
            "f"
            "gB"
            "_f"
            "ggB");
}

TEST(FrontCoder, CountsWholeLettersOfTheWordBefore) {
  FrontCoder coder;
  EXPECT_EQ(coder.next("мета"), "Aмета");
  EXPECT_EQ(coder.next("метод"), " Dод");
  // «т» and «р» have one first byte in UTF-8.
  EXPECT_EQ(coder.next("мера"), " Cра");
  EXPECT_EQ(coder.next("5"), " A5");
}

}  // namespace
}  // namespace metodaktiv::search
