#include "tabular/single_byte.h"

#include <string_view>

#include "tabular/code_points.h"

namespace metodaktiv::tabular {
namespace {

// The upper half of windows-1251 up to 0xBF; 0xC0–0xFF are А–я in order. 0x98 is not assigned.
constexpr std::array<char16_t, 64> kWindows1251 = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

// koi8-r from 0xC0 on: small letters, then capital ones in the same order.
constexpr std::u32string_view kKoi8Letters = U"юабцдефгхийклмнопярстужвьызшэщчъ";
// cp866 from 0xF0 on.
constexpr std::u32string_view kCp866End = U"ЁёЄєЇїЎў°∙·√№¤■\u00A0";

char32_t from_windows_1251(unsigned char byte) {
  return byte < 0xC0 ? kWindows1251[byte - 0x80U] : U'А' + (byte - 0xC0U);
}

char32_t from_cp866(unsigned char byte) {
  if (byte < 0xB0) return U'А' + (byte - 0x80U);
  if (byte < 0xE0) return kReplacement;
  return byte < 0xF0 ? U'р' + (byte - 0xE0U) : kCp866End[byte - 0xF0U];
}

char32_t from_koi8(unsigned char byte) {
  if (byte >= 0xE0) return kKoi8Letters[byte - 0xE0U] - (U'а' - U'А');
  if (byte >= 0xC0) return kKoi8Letters[byte - 0xC0U];
  switch (byte) {
    case 0x9A:
      return 0x00A0;
    case 0x9C:
      return 0x00B0;
    case 0xA3:
      return U'ё';
    case 0xB3:
      return U'Ё';
    default:
      return kReplacement;
  }
}

// How often а–я occur in Russian text, per ten thousand letters.
constexpr std::array<int, 32> kFrequency = {801, 159, 454, 170,  298, 845, 94,  165, 735, 121, 349,
                                            440, 321, 670, 1097, 281, 473, 547, 626, 262, 26,  97,
                                            48,  144, 73,  36,   4,   190, 174, 32,  64,  201};

/// What a character adds to the belief that the text is Russian.
int weight(char32_t c) {
  constexpr int kCapitalShare = 60;  // percent: capitals are rarer, but titles may be all capitals
  constexpr int kStrange = -300;
  if (c >= U'а' && c <= U'я') return kFrequency[c - U'а'];
  if (c >= U'А' && c <= U'Я') return kFrequency[c - U'А'] * kCapitalShare / 100;
  if (c == U'ё' || c == U'Ё' || c == U'№' || c == U'«' || c == U'»' || c == U'–' || c == U'—' ||
      c == 0xA0) {
    return 0;
  }
  return kStrange;
}

}  // namespace

char32_t from_single_byte(Charset charset, unsigned char byte) {
  if (byte < 0x80) return byte;
  switch (charset) {
    case Charset::kCp866:
      return from_cp866(byte);
    case Charset::kKoi8R:
      return from_koi8(byte);
    default:
      return from_windows_1251(byte);
  }
}

Charset guess_single_byte(const std::array<std::uint64_t, 128>& counts) {
  Charset best = Charset::kWindows1251;
  std::int64_t best_score = INT64_MIN;
  for (const auto charset : {Charset::kWindows1251, Charset::kCp866, Charset::kKoi8R}) {
    std::int64_t score = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto c = from_single_byte(charset, static_cast<unsigned char>(i + 0x80));
      score += static_cast<std::int64_t>(counts[i]) * weight(c);
    }
    if (score <= best_score) continue;
    best = charset;
    best_score = score;
  }
  return best;
}

}  // namespace metodaktiv::tabular
