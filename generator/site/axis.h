#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "config/indicator_definition.h"

namespace metodaktiv::site {

/// A number as people read it, in the indicator's unit: «33,3 %», «68,2».
std::string shown_number(double value, config::Unit unit);

/// The smallest of 1, 2, 5 × 10^n that is not below `least`; `least` > 0.
double round_step(double least);

/// A scale that begins at zero and ends at a round number.
struct Axis {
  double full = 1;
  std::vector<double> ticks;  ///< from 0 to full

  /// Place of a value, 0 to 1.
  [[nodiscard]] double at(double value) const;
};

/// 100 for percents, else the first round number that holds `largest`; at most `most_ticks` steps.
Axis axis_for(double largest, config::Unit unit, std::size_t most_ticks = 5);

/// Equal ranges that hold all values: at most `most` of them, with round bounds. [from, until), the
/// last one with its end.
struct Range {
  double from = 0, until = 0;
};
std::vector<Range> ranges_for(const std::vector<double>& values, config::Unit unit,
                              std::size_t most = 5);
/// Number of the range that holds the value, from 0.
std::size_t range_of(const std::vector<Range>& ranges, double value);
/// «60–70 %»: a value on the bound belongs to the range that it begins; of whole things «10–19».
std::string shown_range(const Range& range, config::Unit unit);

}  // namespace metodaktiv::site
