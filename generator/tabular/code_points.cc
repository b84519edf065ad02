#include "tabular/code_points.h"

namespace metodaktiv::tabular {

std::size_t utf8_sequence(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  for (std::size_t k = 1; k < length; ++k) {
    if (i + k >= text.size()) return std::string_view::npos;
    const auto byte = static_cast<unsigned char>(text[i + k]);
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (k == 1) {  // no overlong forms, no surrogates, nothing above U+10FFFF
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (byte < low || byte > high) return 0;
  }
  return length;
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&out, c](int shift) {
    out += static_cast<char>(0x80 | ((c >> shift) & 0x3F));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t length = utf8_sequence(utf8, i);
    if (length == 0 || length > 4) {
      out += kReplacement;
      ++i;
      continue;
    }
    const auto lead = static_cast<unsigned char>(utf8[i]);
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k)
      c = c << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    out += c;
    i += length;
  }
  return out;
}

std::string shortened(std::string_view utf8, std::size_t limit) {
  const auto characters = code_points(utf8);
  std::string out;
  for (std::size_t i = 0; i < characters.size() && i < limit; ++i) {
    const char32_t c = characters[i];
    append_utf8(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U' ' : c);
  }
  if (characters.size() > limit) out += "…";
  return out;
}

}  // namespace metodaktiv::tabular
