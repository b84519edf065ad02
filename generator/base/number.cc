#include "base/number.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "base/text.h"

namespace metodaktiv::base {
namespace {

__extension__ using Wide = __int128;

long long power_of_ten(int decimals) {
  long long result = 1;
  for (int i = 0; i < decimals; ++i) result *= 10;
  return result;
}

bool is_whole(double value) { return std::nearbyint(value) == value && std::fabs(value) < 9e15; }

}  // namespace

long long scaled_ratio(double numerator, double denominator, int factor, int decimals) {
  const long long scale = factor * power_of_ten(decimals);
  if (is_whole(numerator) && is_whole(denominator)) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const auto n = static_cast<Wide>(std::fabs(numerator));
    const auto d = static_cast<Wide>(std::fabs(denominator));
    const auto rounded = static_cast<long long>((2 * n * scale + d) / (2 * d));
    return negative ? -rounded : rounded;
  }
  return std::llround(numerator / denominator * static_cast<double>(scale));
}

std::string fixed(long long scaled, int decimals) {
  const long long unit = power_of_ten(decimals);
  const long long magnitude = std::llabs(scaled);
  std::string text = scaled < 0 ? "-" : "";
  text += std::to_string(magnitude / unit);
  if (decimals > 0) text += fmt::format(".{:0{}}", magnitude % unit, decimals);
  return text;
}

std::string fixed_russian(long long scaled, int decimals) {
  const long long unit = power_of_ten(decimals);
  const long long magnitude = std::llabs(scaled);
  std::string text = scaled < 0 ? "−" : "";
  text += grouped(magnitude / unit);
  if (magnitude % unit != 0) text += fmt::format(",{:0{}}", magnitude % unit, decimals);
  return text;
}

std::string plain(double value) {
  if (is_whole(value)) return std::to_string(static_cast<long long>(value));
  std::string text = fmt::format("{:.6f}", value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  if (text == "-0") text.erase(0, 1);
  return text;
}

std::string plain_russian(double value) {
  if (is_whole(value)) return grouped(static_cast<long long>(value));
  const std::string text = plain(std::fabs(value));
  const auto point = text.find('.');
  std::string russian = grouped(std::atoll(text.substr(0, point).c_str()));
  if (point != std::string::npos) russian += ',' + text.substr(point + 1);
  if (value < 0 && russian != "0") russian.insert(0, "−");
  return russian;
}

}  // namespace metodaktiv::base
