#include "reports/figure_cells.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/number.h"

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Figure;

Figure figure(Unit unit, double numerator, double denominator) {
  Figure f;
  f.unit = unit;
  f.numerator = numerator;
  f.denominator = denominator;
  f.status = indicators::status_of(f);
  return f;
}

TEST(FigureCells, CellHoldsTheMachineValue) {
  EXPECT_DOUBLE_EQ(*cell_value(figure(Unit::kPercent, 1, 3)), 0.3333);
  EXPECT_DOUBLE_EQ(*cell_value(figure(Unit::kRatio, 141, 2)), 70.5);
  EXPECT_DOUBLE_EQ(*cell_value(figure(Unit::kCount, 12, 100)), 12);
  EXPECT_DOUBLE_EQ(*cell_value(figure(Unit::kPresence, 1, 1)), 1);
  EXPECT_FALSE(cell_value(figure(Unit::kPercent, 0, 0)));
}

TEST(FigureCells, OneDecimalOfTheCellIsTheOneOfThePages) {
  // 26 of 54 are 48.148 %: 48.15 for machines, 48,1 for people, never 48,2.
  const auto f = figure(Unit::kPercent, 26, 54);
  EXPECT_EQ(f.shown(), "48,1\u00A0%");
  EXPECT_EQ(f.machine_value(), "48.15");
  EXPECT_NEAR(*cell_value(f), 0.4815, 1e-9);
  EXPECT_EQ(std::lround(*cell_value(f) * 1000), 481);
}

TEST(FigureCells, EveryShareRoundsAlike) {
  for (int denominator = 1; denominator <= 120; ++denominator) {
    for (int numerator = 0; numerator <= denominator; ++numerator) {
      const auto f = figure(Unit::kPercent, numerator, denominator);
      const double cell = *cell_value(f);
      EXPECT_NEAR(cell, static_cast<double>(*f.scaled(2)) / 10000, 1e-9);
      // What a spreadsheet does with the format 0.0%: it rounds the decimal digits it stores.
      const auto digits = base::plain(std::round(cell * 1e12));
      EXPECT_EQ((std::stoll(digits) + 500'000'000) / 1'000'000'000, *f.scaled(1))
          << numerator << " of " << denominator;
    }
  }
}

}  // namespace
}  // namespace metodaktiv::reports
