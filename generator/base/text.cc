#include "base/text.h"

#include <fmt/format.h>

#include <array>

namespace metodaktiv::base {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

constexpr char32_t kMalformed = 0x110000;  // and the byte

/// Decodes one code point of UTF-8 at `i` and moves past it; a byte that begins none comes back as
/// kMalformed + byte, on its own, whatever follows it.
char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(i);
  if (lead < 0x80) {
    ++i;
    return lead;
  }
  const std::size_t length = lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 1;
  const bool whole = length > 1 && i + length <= text.size();
  char32_t value = lead & (0x7F >> length);
  std::size_t k = 1;
  for (; whole && k < length && byte(i + k) >> 6 == 2; ++k)
    value = value << 6 | (byte(i + k) & 0x3F);
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (!whole || k < length || value < kLeast[length] || value >= kMalformed) {
    ++i;
    return kMalformed + lead;
  }
  i += length;
  return value;
}

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c >= kMalformed) {
    out += static_cast<char>(c - kMalformed);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= U'А' && c <= U'Я') return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;  // Ѐ…Џ, Ё among them
  return c;
}

char32_t upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 32;
  if (c >= U'а' && c <= U'я') return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || c == 0x202F || c == 0x2009 ||
         c == 0xFEFF;
}

/// Without the bytes that are no UTF-8.
std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    next_code_point(text, i);
    const auto sequence = text.substr(begin, i - begin);
    if (is_valid_utf8(sequence)) {
      out += sequence;
    } else {
      i = begin + 1;
    }
  }
  return out;
}

std::string_view latin(char32_t c) {
  static constexpr std::array<std::string_view, 32> kLetters = {
      "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
      "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
  if (c >= U'а' && c <= U'я') return kLetters[c - U'а'];
  if (c == U'ё') return "e";
  return {};
}

}  // namespace

std::string_view plural(std::int64_t n, std::string_view one, std::string_view few,
                        std::string_view many) {
  const std::int64_t tens = (n < 0 ? -n : n) % 100;
  const std::int64_t units = tens % 10;
  if (tens >= 11 && tens <= 14) return many;
  if (units == 1) return one;
  if (units >= 2 && units <= 4) return few;
  return many;
}

std::string counted(std::int64_t n, std::string_view one, std::string_view few,
                    std::string_view many) {
  return fmt::format("{}{}{}", grouped(n), kNoBreakSpace, plural(n, one, few, many));
}

std::string grouped(std::int64_t n) {
  const std::string digits = std::to_string(n < 0 ? -n : n);
  std::string result = n < 0 ? "−" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits.size() > 4 && i > 0 && (digits.size() - i) % 3 == 0) result += kNoBreakSpace;
    result += digits[i];
  }
  return result;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= kMalformed || (c >= 0xD800 && c <= 0xDFFF)) return false;
  }
  return true;
}

std::size_t length_utf8(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) >> 6) != 2;
  return count;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append_code_point(out, lower(next_code_point(text, i)));
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = lower(next_code_point(text, i));
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_code_point(out, c == U'ё' ? U'е' : c);
  }
  return out;
}

bool starts_with_capital(std::string_view text) {
  if (text.empty()) return false;
  std::size_t i = 0;
  const auto first = next_code_point(text, i);
  return lower(first) != first;
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t i = 0;
  std::string out;
  append_code_point(out, upper(next_code_point(text, i)));
  out += text.substr(i);
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto strip = [](std::string_view& t, bool front) {
    static constexpr std::array<std::string_view, 8> kSpaces = {" ",  "\t", "\n",     "\r",
                                                                "\v", "\f", "\u00A0", "\uFEFF"};
    for (const auto space : kSpaces) {
      if (front ? t.starts_with(space) : t.ends_with(space)) {
        front ? t.remove_prefix(space.size()) : t.remove_suffix(space.size());
        return true;
      }
    }
    return false;
  };
  while (strip(text, true)) {
  }
  while (strip(text, false)) {
  }
  return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (true) {
    const auto end = text.find(separator, start);
    parts.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string slug(std::string_view text, std::size_t limit) {
  std::string out;
  bool dash = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = lower(next_code_point(text, i));
    std::string piece;
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
      piece = static_cast<char>(c);
    } else if (c == U'ь' || c == U'ъ') {
      continue;
    } else {
      piece = latin(c);
    }
    if (piece.empty()) {
      dash = !out.empty();
      continue;
    }
    if (out.size() + dash + piece.size() > limit) break;
    if (dash) out += '-';
    dash = false;
    out += piece;
  }
  return out;
}

std::string full_name(std::string_view last, std::string_view first, std::string_view patronymic) {
  std::string out(last);
  for (const auto part : {first, patronymic}) {
    if (part.empty()) continue;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

namespace {

/// An underscore between two letters or digits is a part of the word for Markdown: «D_уиом».
bool joins_word(std::string_view text, std::size_t at) {
  const auto letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 ? std::isalnum(byte) != 0 : byte == 0xD0 || byte == 0xD1;
  };
  if (at == 0 || at + 1 == text.size() || !letter(text[at + 1])) return false;
  return static_cast<unsigned char>(text[at - 1]) < 0x80 ? letter(text[at - 1])
                                                         : at > 1 && letter(text[at - 2]);
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  constexpr std::size_t kLongestWord = 1000;  // bytes; pages take no words above 4096
  if (!is_valid_utf8(text)) return escape_markdown(valid_utf8(text));
  std::string out;
  std::size_t word = 0;
  bool cut = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    word = static_cast<unsigned char>(c) <= 0x20 ? 0 : word + 1;
    const bool begins_a_sign = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (word <= kLongestWord) {
      cut = false;
    } else if (cut || begins_a_sign) {
      if (!cut) out += "…";
      cut = true;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos &&
        !(c == '_' && joins_word(text, i)))
      out += '\\';
    out += c;
  }
  return out;
}

}  // namespace metodaktiv::base
