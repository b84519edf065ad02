#include "workbook/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace metodaktiv::workbook {
namespace {

// Advance widths in hundredths of the font size: ASCII from the space on, then А–я.
constexpr std::array<unsigned char, 95> kSansAscii = {
    28, 28, 35, 56, 56, 89, 67, 19, 33,  33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78,
    67, 78, 72, 67, 61, 72, 67, 94, 67,  67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56,
    56, 22, 22, 50, 22, 83, 56, 56, 56,  56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58};
constexpr std::array<unsigned char, 64> kSansCyrillic = {
    67, 66, 67, 54, 68, 67, 92, 60, 72,  72, 58, 66, 83, 72, 78, 72, 67, 72, 61, 64, 76, 67,
    74, 67, 92, 94, 79, 89, 66, 72, 101, 72, 56, 57, 53, 36, 58, 56, 67, 46, 56, 56, 44, 58,
    69, 55, 56, 54, 56, 50, 46, 50, 82,  50, 57, 52, 80, 82, 62, 72, 52, 51, 75, 54};
constexpr std::array<unsigned char, 95> kSerifAscii = {
    25, 33, 41, 50, 50, 83, 78, 18, 33, 33, 50, 56, 25, 33, 25, 28, 50, 50, 50, 50, 50, 50, 50, 50,
    50, 50, 28, 28, 56, 56, 56, 44, 92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72,
    56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50, 33, 44, 50, 44, 50, 44, 33, 50,
    50, 28, 28, 50, 28, 78, 50, 50, 50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54};
constexpr std::array<unsigned char, 64> kSerifCyrillic = {
    72, 57, 67,  58,  68, 61, 90, 50, 72,  72, 67, 68, 89, 72, 72, 72, 56, 67, 61, 71, 79, 72,
    72, 65, 101, 101, 71, 87, 57, 66, 103, 67, 44, 51, 47, 41, 51, 44, 69, 40, 54, 54, 49, 50,
    63, 54, 50,  54,  50, 44, 44, 50, 65,  50, 54, 50, 77, 77, 52, 67, 46, 43, 75, 46};

constexpr double kBoldFactor = 1.07;
constexpr double kPixelsPerPoint = 96.0 / 72.0;
constexpr double kPixelsPerUnit = 7;     // a digit of the workbook's default font
constexpr double kPaddingUnits = 0.9;    // what a cell keeps free at its sides
constexpr double kIndentUnits = 1.3;     // of one step of indentation
constexpr double kSpaceForWraps = 0.97;  // programs differ a little in where they break lines

int advance(char32_t c, Typeface typeface) {
  const bool sans = typeface == Typeface::kSans;
  if (c >= 32 && c < 127) return sans ? kSansAscii[c - 32] : kSerifAscii[c - 32];
  if (c >= 0x410 && c <= 0x44F) return sans ? kSansCyrillic[c - 0x410] : kSerifCyrillic[c - 0x410];
  if (c == 0xA0) return sans ? 28 : 25;
  if (c == 0x401) return 67;
  if (c >= 0x2190 || c == 0x2014 || c == 0x2116) return 100;  // symbols, em dash, №
  return 56;
}

/// Calls `see(c)` for each code point of valid UTF-8.
template <typename See>
void each_code_point(std::string_view text, See see) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      c = c << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    see(c);
    i += length;
  }
}

double units(int hundredths, const Style& style) {
  const double ems = hundredths / 100.0 * (style.bold ? kBoldFactor : 1);
  return ems * style.size * kPixelsPerPoint / kPixelsPerUnit;
}

}  // namespace

double text_width(std::string_view text, const Style& style) {
  int sum = 0;
  each_code_point(text, [&](char32_t c) { sum += advance(c, style.typeface); });
  return units(sum, style);
}

double fitting_width(std::string_view text, const Style& style) {
  double widest = 0;
  while (true) {
    const auto end = text.find('\n');
    widest = std::max(widest, text_width(text.substr(0, end), style));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return std::ceil((widest + kPaddingUnits + kIndentUnits * style.indent) * 10) / 10;
}

double widest_word_width(std::string_view text, const Style& style) {
  double widest = 0;
  while (!text.empty()) {
    const auto end = text.find_first_of(" \n");
    widest = std::max(widest, fitting_width(text.substr(0, end), style));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return widest;
}

int wrapped_lines(std::string_view text, double column_width, const Style& style) {
  const double room =
      std::max(1.0, (column_width - kPaddingUnits - kIndentUnits * style.indent) * kSpaceForWraps);
  const double space = units(advance(U' ', style.typeface), style);
  int lines = 1;
  double used = 0;
  double word = 0;
  const auto place_word = [&] {
    if (word == 0) return;
    if (used > 0 && used + space + word > room) {
      ++lines;
      used = 0;
    }
    used += (used > 0 ? space : 0) + word;
    while (used > room) {
      ++lines;
      used -= room;
    }
    word = 0;
  };
  each_code_point(text, [&](char32_t c) {
    if (c == U' ' || c == U'\n') {
      place_word();
      if (c == U'\n') {
        ++lines;
        used = 0;
      }
      return;
    }
    word += units(advance(c, style.typeface), style);
    if (c == U'-' || c == U'–') place_word();
  });
  place_word();
  return lines;
}

double height_of_lines(int lines, const Style& style) {
  return std::ceil(lines * style.size * 1.22 + 3);
}

double fitting_height(std::string_view text, double column_width, const Style& style) {
  return height_of_lines(wrapped_lines(text, column_width, style), style);
}

}  // namespace metodaktiv::workbook
