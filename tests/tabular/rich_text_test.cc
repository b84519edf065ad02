#include "tabular/rich_text.h"

#include <gtest/gtest.h>

#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

TEST(PlainText, EscapesAreDecodedOnce) {
  EXPECT_EQ(plain_text("_x0041_"), "A");
  EXPECT_EQ(plain_text("a_x0442__x0435_b"), "aтеb");
  EXPECT_EQ(plain_text("_x005F_x0041_"), "_x0041_");
  EXPECT_EQ(plain_text("_xD83D__xDE00_"), "😀");
}

TEST(PlainText, WhatLooksLikeAnEscapeStays) {
  for (const auto* text : {"_x004_", "_x00411_", "_X0041_", "_x00g1_", "_x0041", "_x-041_", "_x",
                           "_", "__x__", "file_xlsx_2024"})
    EXPECT_EQ(plain_text(text), text);
}

TEST(PlainText, NoInvalidCharacterComesOut) {
  EXPECT_EQ(plain_text("_x0000_"), "\xEF\xBF\xBD");
  EXPECT_EQ(plain_text("_xD83D_"), "\xEF\xBF\xBD");
  EXPECT_EQ(plain_text("_xDE00__xD83D_"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(PlainText, LineEndsBecomeLf) { EXPECT_EQ(plain_text("a_x000D_\nb_x000d_c\nd"), "a\nb\nc\nd"); }

TEST(TooLong, CountsCharactersNotBytes) {
  std::string text;
  for (std::size_t i = 0; i < kMaxCellCharacters; ++i) text += "ж";
  EXPECT_FALSE(is_too_long(text));
  EXPECT_TRUE(is_too_long(text + "ж"));
}

}  // namespace
}  // namespace metodaktiv::tabular
