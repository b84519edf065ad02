#include "tabular/number_format.h"

#include <gtest/gtest.h>

namespace metodaktiv::tabular {
namespace {

TEST(NumberFormat, DatesAreKnownByTheirLetters) {
  for (const auto* code :
       {"dd.mm.yyyy", "DD.MM.YYYY", "yyyy-mm-dd h:mm", "mmm yy", "m/d", "d", "mmmm",
        "[$-419]d mmm yyyy;@", "[$-F800]dddd, mmmm dd, yyyy", "[Red]dd.mm.yy", "dd\\.mm\\.yyyy",
        "\"от \"dd.mm.yyyy", "yyyy\"年\"m\"月\"", "_-dd.mm.yy_-", "[$-409]e\\.m\\.d"})
    EXPECT_EQ(format_kind(code), FormatKind::kDate) << code;
}

TEST(NumberFormat, AnMBesideHoursOrSecondsMeansMinutes) {
  for (const auto* code : {"h:mm", "hh:mm:ss", "mm:ss", "mm:ss.0", "h:mm AM/PM", "h AM/PM",
                           "h:mm A/P", "[$-F400]h:mm:ss\\ AM/PM"})
    EXPECT_EQ(format_kind(code), FormatKind::kTime) << code;
  for (const auto* code : {"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss]", "[H]:MM"})
    EXPECT_EQ(format_kind(code), FormatKind::kElapsed) << code;
}

TEST(NumberFormat, LettersThatSayNothingMakeNoDate) {
  for (const auto* code : {"General",
                           "GENERAL",
                           "0",
                           "0.00",
                           "#,##0",
                           "@",
                           "",
                           "0.00E+00",
                           "#,##0\\ \"дней\"",
                           "0\" days\"",
                           "\"d.m.y\"0",
                           "0\\d",
                           "0_d",
                           "*d0",
                           "[Red]0;[Magenta]-0",
                           "[$USD]\\ 0",
                           "[>=100]0",
                           "[$руб-419]0",
                           "#,##0.00\\ _s",
                           "0;dd.mm.yyyy",
                           "\"unclosed d",
                           "[unclosed d"})
    EXPECT_EQ(format_kind(code), FormatKind::kNumber) << code;
}

TEST(NumberFormat, BuiltinOnesNeedNoCode) {
  for (const unsigned id : {14U, 15U, 16U, 17U, 22U, 27U, 31U, 36U, 50U, 58U})
    EXPECT_EQ(builtin_format_kind(id), FormatKind::kDate) << id;
  for (const unsigned id : {18U, 19U, 20U, 21U, 45U, 47U})
    EXPECT_EQ(builtin_format_kind(id), FormatKind::kTime) << id;
  EXPECT_EQ(builtin_format_kind(46), FormatKind::kElapsed);
  for (const unsigned id : {0U, 1U, 4U, 9U, 13U, 23U, 26U, 37U, 44U, 48U, 49U, 59U, 164U})
    EXPECT_EQ(builtin_format_kind(id), FormatKind::kNumber) << id;
}

}  // namespace
}  // namespace metodaktiv::tabular
