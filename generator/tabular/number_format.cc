#include "tabular/number_format.h"

#include <algorithm>
#include <string>

namespace metodaktiv::tabular {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(),
                                                  [](char a, char b) { return a == lower(b); });
}

/// [h], [mm], [sss]: one letter repeated.
bool is_elapsed(std::string_view brackets) {
  if (brackets.empty()) return false;
  const char first = lower(brackets.front());
  return (first == 'h' || first == 'm' || first == 's') &&
         std::all_of(brackets.begin(), brackets.end(), [=](char c) { return lower(c) == first; });
}

/// The letters of the first section that stand for parts of a date, one for each run ('H' for an
/// elapsed one); other characters that count are left out.
std::string date_letters(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';';) {
    const char c = lower(code[i]);
    if (c == '"' || c == '[') {
      const auto close = code.find(c == '"' ? '"' : ']', i + 1);
      if (close == std::string_view::npos) return c == '"' ? out : std::string();
      if (c == '[' && is_elapsed(code.substr(i + 1, close - i - 1))) out += 'H';
      i = close + 1;
    } else if (c == '\\' || c == '_' || c == '*') {
      i += 2;
    } else if (starts_with_word(code.substr(i), "general")) {
      i += std::string_view("general").size();
    } else if (starts_with_word(code.substr(i), "am/pm") ||
               starts_with_word(code.substr(i), "a/p")) {
      out += 'h';
      i += c == 'a' && lower(code[i + 1]) == 'm' ? 5 : 3;
    } else {
      if (c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's') {
        if (out.empty() || out.back() != c || lower(code[i - 1]) != c) out += c;
      }
      ++i;
    }
  }
  return out;
}

}  // namespace

FormatKind format_kind(std::string_view code) {
  const std::string letters = date_letters(code);
  if (letters.find('H') != std::string::npos) return FormatKind::kElapsed;
  bool time = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    // An m beside hours or seconds means minutes.
    const bool minutes = c == 'm' && ((i > 0 && letters[i - 1] == 'h') ||
                                      (i + 1 < letters.size() && letters[i + 1] == 's'));
    if (c == 'y' || c == 'd' || (c == 'm' && !minutes)) return FormatKind::kDate;
    time = true;
  }
  return time ? FormatKind::kTime : FormatKind::kNumber;
}

FormatKind builtin_format_kind(std::uint32_t id) {
  if (id == 46) return FormatKind::kElapsed;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return FormatKind::kTime;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return FormatKind::kDate;
  return FormatKind::kNumber;
}

}  // namespace metodaktiv::tabular
