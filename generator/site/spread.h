#pragma once

#include <string_view>
#include <vector>

#include "site/axis.h"
#include "site/dict.h"
#include "site/figure.h"

namespace metodaktiv::site {

/// A dot of the picture, in units of its view box.
struct Dot {
  const Figure* figure = nullptr;
  double x = 0, y = 0;
};

/// Dots stacked over their place on the axis; no two of them overlap.
struct DotStack {
  std::vector<Dot> dots;  ///< by value, then in the order given
  double radius = 0;
  double height = 0;  ///< of the highest stack
};

/// Figures without a value have no dot. `width`: of the axis; `room`: for the highest stack.
DotStack stack_dots(const std::vector<const Figure*>& figures, const Axis& axis, double width,
                    double room);

/// How the municipalities spread: SPREAD_PART with spread.html at SPREAD: least, middle and largest
/// value, the region's and the target. Nothing for fewer than three published values and where an
/// answer is «есть» or «нет».
void fill_spread(Dict dict, const std::vector<const Figure*>& municipalities, const Figure* region,
                 std::string_view title);

}  // namespace metodaktiv::site
