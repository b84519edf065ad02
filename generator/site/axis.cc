#include "site/axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.h"

namespace metodaktiv::site {
namespace {

using config::Unit;

constexpr double kTiny = 1e-9;

std::string bare(double value) {
  return base::fixed_russian(base::scaled_ratio(value, 1, 1, 1), 1);
}

}  // namespace

std::string shown_number(double value, Unit unit) {
  return bare(value) + (unit == Unit::kPercent ? "\u00A0%" : "");
}

double round_step(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least) + kTiny));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least * (1 - kTiny)) return factor * power;
  }
  return 10 * power;
}

double Axis::at(double value) const { return std::clamp(value / full, 0.0, 1.0); }

Axis axis_for(double largest, Unit unit, std::size_t most_ticks) {
  const double least = unit == Unit::kPercent ? 100.0 : unit == Unit::kCount ? 1.0 : kTiny;
  const double end = std::max(largest, least);
  double step = round_step(end / static_cast<double>(most_ticks));
  if (unit == Unit::kCount) step = std::max(step, 1.0);
  Axis axis;
  const auto steps = static_cast<int>(std::ceil(end / step - kTiny));
  axis.full = step * steps;
  for (int i = 0; i <= steps; ++i) axis.ticks.push_back(step * i);
  return axis;
}

std::vector<Range> ranges_for(const std::vector<double>& values, Unit unit, std::size_t most) {
  if (values.empty()) return {};
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const bool whole = unit == Unit::kCount;
  // A range of whole things ends before the next one begins, so the largest needs room above it.
  const double top = whole ? *high + 1 : *high;
  double step = round_step(std::max((top - *low) / static_cast<double>(most), whole ? 1.0 : 0.1));
  double from = 0;
  for (;;) {
    from = std::floor(*low / step + kTiny) * step;
    if (from + step * static_cast<double>(most) >= top - kTiny) break;
    step = round_step(step * 1.5);
  }
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < most; ++i) {
    const double start = from + step * static_cast<double>(i);
    if (i > 0 && start >= top - kTiny) break;
    ranges.push_back({start, start + step});
  }
  return ranges;
}

std::size_t range_of(const std::vector<Range>& ranges, double value) {
  std::size_t at = 0;
  while (at + 1 < ranges.size() && value >= ranges[at + 1].from - kTiny) ++at;
  return at;
}

std::string shown_range(const Range& range, Unit unit) {
  const std::string sign = unit == Unit::kPercent ? "\u00A0%" : "";
  if (unit == Unit::kCount) {
    const auto end = bare(range.until - 1);
    const auto start = bare(range.from);
    return start == end ? start : fmt::format("{}–{}", start, end);
  }
  return fmt::format("{}–{}{}", bare(range.from), bare(range.until), sign);
}

}  // namespace metodaktiv::site
