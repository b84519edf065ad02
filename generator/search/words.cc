#include "search/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace metodaktiv::search {
namespace {

constexpr char32_t kNone = 0;
constexpr char32_t kBreve = 0x306;
constexpr char32_t kShortI = 0x439;  // й

struct CodePoint {
  char32_t value = kNone;  ///< kNone: broken UTF-8
  std::size_t bytes = 1;
};

/// Only code points below U+0800 can belong to a word, so longer sequences need no value.
CodePoint decoded(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xDF || at + 1 >= text.size()) return {};
  const auto next = static_cast<unsigned char>(text[at + 1]);
  if ((next & 0xC0) != 0x80) return {};
  return {static_cast<char32_t>((lead & 0x1F) << 6 | (next & 0x3F)), 2};
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || is_digit(c);
  if (c <= 0xFF) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
  return (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x52F);
}

/// Stress marks and other combining signs, the soft hyphen: inside a word they do not count.
bool is_mark(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0xAD; }

char32_t lower(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F)) {
    return c + 0x20;
  }
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c == 0x4C0) return 0x4CF;
  if (c >= 0x4C1 && c <= 0x4CE) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x460 && c != 0x4CF && c % 2 == 0) return c + 1;
  return c;
}

char32_t folded(char32_t c) {
  constexpr char32_t kYo = 0x451;
  constexpr char32_t kYe = 0x435;
  c = lower(c);
  return c == kYo ? kYe : c;
}

void append(std::string& word, char32_t c) {
  if (c < 0x80) {
    word += static_cast<char>(c);
    return;
  }
  word += static_cast<char>(0xC0 | c >> 6);
  word += static_cast<char>(0x80 | (c & 0x3F));
}

std::string cut(const std::u32string& letters) {
  std::string word;
  for (const char32_t c : letters.substr(0, kLongestWord)) append(word, c);
  return word;
}

/// Letters of a Russian word are two bytes each.
constexpr std::size_t kLetter = 2;

constexpr bool is_one_of(std::string_view letter, std::string_view list) {
  for (std::size_t i = 0; i + kLetter <= list.size(); i += kLetter) {
    if (list.substr(i, kLetter) == letter) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::u32string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(cut(word));
    word.clear();
  };
  char32_t before = kNone;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, bytes] = decoded(text, at);
    at += bytes;
    if (is_letter(c)) {
      word += folded(c);
    } else if (!word.empty() && is_mark(c)) {
      constexpr char32_t kI = 0x438;  // и
      if (c == kBreve && lower(before) == kI) word.back() = kShortI;
    } else if (c == U'.' && is_digit(before) && at < text.size() &&
               is_digit(decoded(text, at).value)) {
      word += c;
    } else {
      finish();
    }
    before = c;
  }
  finish();
  return words;
}

bool is_russian(std::string_view word) {
  if (word.empty() || word.size() % kLetter != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += kLetter) {
    const auto c = decoded(word, i).value;
    if (c < 0x430 || c > 0x44F) return false;
  }
  return true;
}

bool is_single_letter(std::string_view word) {
  if (word.empty()) return false;
  const auto [c, bytes] = decoded(word, 0);
  return bytes == word.size() && is_letter(c) && !is_digit(c);
}

const std::vector<std::string_view>& stop_words() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> list = {
        "без",   "бы",  "в",   "во", "вот", "все", "для", "до",  "его",   "ее",  "если",
        "же",    "за",  "и",   "из", "или", "им",  "их",  "к",   "как",   "ко",  "ли",
        "между", "на",  "над", "не", "ни",  "но",  "о",   "об",  "от",    "по",  "под",
        "при",   "про", "с",   "со", "так", "то",  "у",   "что", "чтобы", "это", "этот",
        "а",     "я",   "мы",  "вы", "они", "он",  "она", "оно"};
    std::sort(list.begin(), list.end());
    return list;
  }();
  return words;
}

bool is_stop_word(std::string_view word) {
  const auto& list = stop_words();
  return std::binary_search(list.begin(), list.end(), word);
}

std::string folded_stem(std::string_view stem) {
  constexpr std::size_t kShortest = 4;
  if (stem.size() < kShortest * kLetter || !is_russian(stem)) return std::string(stem);
  const auto letter = [&](std::size_t from_end) {
    return stem.substr(stem.size() - from_end * kLetter, kLetter);
  };
  const auto last = letter(1);
  const auto fleeting = letter(2);
  if (!is_one_of(last, "бвгклмнрц")) return std::string(stem);
  const bool drops =
      fleeting == "ь" || (fleeting == "й" && last == "к") ||
      (is_one_of(fleeting, "ое") && (last == "к" || !is_one_of(letter(3), "аеиоуыэюя")));
  if (!drops) return std::string(stem);
  std::string result(stem.substr(0, stem.size() - 2 * kLetter));
  result += last;
  return result;
}

}  // namespace metodaktiv::search
