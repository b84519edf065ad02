#include "tabular/number_text.h"

#include <gtest/gtest.h>

namespace metodaktiv::tabular {
namespace {

std::string text(std::string_view stored) {
  const auto number = parse_stored_number(stored);
  return number ? number->text : "none";
}

TEST(StoredNumber, WholeNumbersStayDigitByDigit) {
  EXPECT_EQ(text("0"), "0");
  EXPECT_EQ(text("79161234567"), "79161234567");
  EXPECT_EQ(text("7.9161234567E10"), "79161234567");
  EXPECT_EQ(text("500100732259"), "500100732259");
  EXPECT_EQ(text("12345678901234567890"), "12345678901234567890");
  EXPECT_EQ(text("1E15"), "1000000000000000");
  EXPECT_EQ(text("1e22"), "10000000000000000000000");
  EXPECT_EQ(text("1.5E+3"), "1500");
  EXPECT_EQ(text("-42"), "-42");
  EXPECT_EQ(text("007"), "7");
  EXPECT_EQ(text("5.0"), "5");
  EXPECT_EQ(text("+5"), "5");
  EXPECT_EQ(text(" 5\n"), "5");
}

TEST(StoredNumber, FractionsAreTheShortestThatReadBack) {
  EXPECT_EQ(text("0.10"), "0.1");
  EXPECT_EQ(text("0.10000000000000001"), "0.1");
  EXPECT_EQ(text("-0.5"), "-0.5");
  EXPECT_EQ(text(".5"), "0.5");
  EXPECT_EQ(text("1.25E-5"), "0.0000125");
  EXPECT_EQ(text("1234.5678"), "1234.5678");
  EXPECT_EQ(text("0.30000000000000004"), "0.30000000000000004");
}

TEST(StoredNumber, ZeroHasOneForm) {
  for (const auto* zero : {"0", "-0", "0.000", "-0.0", "0E5", "000"}) EXPECT_EQ(text(zero), "0");
}

TEST(StoredNumber, WhatIsNoNumberIsNone) {
  for (const auto* other : {"", " ", "nan", "NaN", "inf", "-inf", "infinity", "0x10", "1,5",
                            "1 234", "1e999", "--1", "+-1", "1e", "abc", "1.2.3", "-"})
    EXPECT_EQ(text(other), "none") << other;
}

TEST(StoredNumber, HugeOnesAreLaidOut) {
  EXPECT_EQ(text("1e300"), "1" + std::string(300, '0'));
  EXPECT_EQ(text(std::string(300, '9')).size(), 301U);
  EXPECT_EQ(text("1e-300"), "0." + std::string(299, '0') + "1");
}

}  // namespace
}  // namespace metodaktiv::tabular
