#include "site/colour.h"

#include <gtest/gtest.h>

namespace metodaktiv::site {
namespace {

TEST(Colour, IsSixHexadecimalDigits) {
  EXPECT_TRUE(is_colour("#1f5F8b"));
  for (const auto* text : {"", "#fff", "1f5f8b0", "#1f5f8g", "#1f5f8b;"}) {
    EXPECT_FALSE(is_colour(text)) << text;
  }
}

TEST(Colour, ContrastIsThatOfWcag) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 1e-9);
  EXPECT_NEAR(contrast("#ffffff", "#767676"), 4.54, 0.01);
  EXPECT_NEAR(contrast("#1f5f8b", "#1f5f8b"), 1, 1e-9);
}

TEST(Colour, AReadableOneStaysAsItIs) {
  EXPECT_EQ(readable_on("#123456", "#ffffff", 4.5), "#123456");
}

TEST(Colour, AnyOneBecomesReadableOnBothSchemes) {
  for (const auto* colour : {"#ffff00", "#ffffff", "#000000", "#ff0000", "#777777", "#00ffaa"}) {
    for (const auto* background : {"#f1f5f8", "#19212a"}) {
      EXPECT_GE(contrast(readable_on(colour, background, 4.5), background), 4.5)
          << colour << " on " << background;
    }
  }
}

}  // namespace
}  // namespace metodaktiv::site
