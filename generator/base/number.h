#pragma once

#include <string>

namespace metodaktiv::base {

/// `factor` · numerator / denominator rounded to `decimals` (0–6) places, half away from zero, in
/// units of the last place: scaled_ratio(1, 3, 100, 2) → 3333. Exact for integers below 2^53.
/// Denominator ≠ 0.
long long scaled_ratio(double numerator, double denominator, int factor, int decimals);

/// Fixed-point text of such a value for machines: fixed(3333, 2) → "33.33".
std::string fixed(long long scaled, int decimals);

/// The same for people: decimal comma, grouped thousands, true minus; a zero fraction is dropped
/// ("80", "33,3", "1 234,5").
std::string fixed_russian(long long scaled, int decimals);

/// Shortest text of a number without exponent: 5 → "5", 2.5 → "2.5". For machine-readable files.
std::string plain(double value);
/// The same for people: "2,5", "12 345".
std::string plain_russian(double value);

}  // namespace metodaktiv::base
