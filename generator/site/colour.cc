#include "site/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace metodaktiv::site {
namespace {

using Rgb = std::array<int, 3>;

Rgb parse(std::string_view colour) {
  Rgb rgb{};
  for (std::size_t i = 0; i < rgb.size(); ++i) {
    const auto part = colour.substr(1 + 2 * i, 2);
    std::from_chars(part.data(), part.data() + part.size(), rgb[i], 16);
  }
  return rgb;
}

std::string text_of(const Rgb& rgb) {
  return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

double luminance(const Rgb& rgb) {
  const auto linear = [](int part) {
    const double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

double contrast(const Rgb& a, const Rgb& b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace

bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

double contrast(std::string_view a, std::string_view b) { return contrast(parse(a), parse(b)); }

std::string readable_on(std::string_view colour, std::string_view background, double ratio) {
  const auto from = parse(colour);
  const auto back = parse(background);
  const int end = luminance(back) > 0.18 ? 0 : 255;
  constexpr int kSteps = 100;
  Rgb mixed = from;
  for (int step = 0; step <= kSteps; ++step) {
    for (std::size_t i = 0; i < mixed.size(); ++i) {
      mixed[i] = from[i] + (end - from[i]) * step / kSteps;
    }
    if (contrast(mixed, back) >= ratio) break;
  }
  return text_of(mixed);
}

}  // namespace metodaktiv::site
