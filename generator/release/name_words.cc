#include "release/name_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

#include "base/text.h"

namespace metodaktiv::release {
namespace {

constexpr std::uint64_t kSeed = 0xcbf29ce484222325ULL;
constexpr std::uint64_t kPrime = 0x100000001b3ULL;
constexpr std::size_t kLeastStem = 2;

using Letters = std::array<std::uint16_t, 48>;

bool is_upper(unsigned char lead, unsigned char next) {
  return lead == 0xD0 && ((next >= 0x90 && next <= 0xAF) || next == 0x81);  // А–Я, Ё
}

bool is_cyrillic(std::string_view text, std::size_t i) {
  return i + 1 < text.size() && (text[i] == '\xD0' || text[i] == '\xD1');
}

/// The Cyrillic letter (small) that a Latin one is mistaken for, 0: none.
std::uint16_t look_alike(char c) {
  static constexpr auto kCyrillic = [] {
    std::array<char16_t, 256> letters{};
    constexpr std::string_view latin = "aceopxyABCEHKMOPTXY";
    constexpr std::u16string_view cyrillic = u"асеорхуавсенкмортху";
    for (std::size_t i = 0; i < latin.size(); ++i)
      letters[static_cast<unsigned char>(latin[i])] = cyrillic[i];
    return letters;
  }();
  return kCyrillic[static_cast<unsigned char>(c)];
}

/// Whether the Latin letters at `i` stand within a Cyrillic word («Ивaнов», «Cергей»), or one of
/// them at its end: not where another word begins. Looks no further than a word may be long.
bool is_mistaken(std::string_view text, std::size_t i, bool in_word) {
  const auto furthest = std::min(text.size(), i + std::tuple_size_v<Letters>);
  std::size_t end = i;
  while (end < furthest && look_alike(text[end]) != 0) ++end;
  if (is_cyrillic(text, end)) return true;
  const bool goes_on = end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) ||
                                             text[end] == '_' || text[end] == '@');
  return in_word && end == i + 1 && !goes_on;
}

/// Length in bytes of the Cyrillic letter at `i`, 0 when there is none; `folded` gets its
/// lower-case form with ё→е as one number.
std::size_t letter_at(std::string_view text, std::size_t i, bool& upper, std::uint16_t& folded) {
  if (i + 1 >= text.size()) return 0;
  const auto lead = static_cast<unsigned char>(text[i]);
  const auto next = static_cast<unsigned char>(text[i + 1]);
  if (lead != 0xD0 && lead != 0xD1) return 0;
  if ((next & 0xC0) != 0x80) return 0;
  auto code = static_cast<std::uint16_t>((lead & 0x1F) << 6 | (next & 0x3F));
  upper = is_upper(lead, next);
  if (code == 0x401 || code == 0x451) {
    code = 0x435;
  } else if (upper) {
    code = static_cast<std::uint16_t>(code + 32);
  } else if (code < 0x430 || code > 0x44F) {
    return 0;
  }
  folded = code;
  return 2;
}

/// What case endings of names are made of, with the м of «Ивановым». «Максим» loses its own «им»:
/// so do all its cases.
bool ends_a_case(std::uint16_t letter) {
  constexpr std::u16string_view kEndings = u"аеийоуыьэюям";
  return kEndings.find(static_cast<char16_t>(letter)) != std::u16string_view::npos;
}

bool ends_with(const Letters& letters, std::size_t length, std::u16string_view ending) {
  if (length < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), letters.begin() + length - ending.size(),
                    [](char16_t a, std::uint16_t b) { return a == b; });
}

/// Letters without the case ending: «Ивановым» → «иванов», «Белинского» → «белинск».
std::size_t stem_length(const Letters& letters, std::size_t length) {
  std::size_t stem = length;
  if (stem > kLeastStem + 3 &&
      (ends_with(letters, stem, u"ого") || ends_with(letters, stem, u"его")))
    stem -= 3;
  while (stem > kLeastStem && ends_a_case(letters[stem - 1])) --stem;
  return stem;
}

/// Takes the vowel that comes and goes before the last consonant out of a stem: «павел» and «павл»,
/// «боец» and «бойц», «лев» and «льв» become one. Returns the new length.
std::size_t without_fleeting_vowel(Letters& letters, std::size_t stem) {
  constexpr std::u16string_view kFleeting = u"еоьй";
  if (stem <= kLeastStem) return stem;
  auto& before_last = letters[stem - 2];
  if (ends_a_case(letters[stem - 1]) ||
      kFleeting.find(static_cast<char16_t>(before_last)) == std::u16string_view::npos)
    return stem;
  before_last = letters[stem - 1];
  return stem - 1;
}

/// Bytes of a sign that a reader does not see inside a word, 0 when there is none: a soft hyphen,
/// an accent or the dots of ё, a zero-width space or joiner.
std::size_t unseen_at(std::string_view text, std::size_t i) {
  static constexpr std::array<std::string_view, 10> kUnseen = {
      "\u00AD", "\u0300", "\u0301", "\u0308", "\u200B",
      "\u200C", "\u200D", "\u2060", "\uFEFF", "&shy;"};
  const auto first = static_cast<unsigned char>(text[i]);
  if (first < 0xC2 && first != '&') return 0;
  const auto rest = text.substr(i, 5);
  for (const auto sign : kUnseen) {
    if (rest.starts_with(sign)) return sign.size();
  }
  return 0;
}

std::uint64_t hashed(const Letters& letters, std::size_t length) {
  std::uint64_t hash = kSeed;
  for (std::size_t i = 0; i < length; ++i) hash = (hash ^ letters[i]) * kPrime;
  return hash;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  Letters letters{};
  std::size_t length = 0;
  bool after_small = false;
  const auto finish = [&] {
    if (length == 0) return;
    auto& word = words.back();
    word.hash = hashed(letters, length);
    const auto stem = without_fleeting_vowel(letters, stem_length(letters, length));
    word.stem = hashed(letters, stem);
    length = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    bool upper = false;
    std::uint16_t code = 0;
    auto bytes = letter_at(text, i, upper, code);
    if (bytes == 0 && look_alike(text[i]) != 0 && is_mistaken(text, i, length > 0)) {
      bytes = 1;
      code = look_alike(text[i]);
      upper = text[i] <= 'Z';
    }
    if (bytes == 0 && length > 0) {
      constexpr std::string_view kBreve = "\u0306";  // «й» in two signs
      const bool breve = letters[length - 1] == u'и' && text.substr(i).starts_with(kBreve);
      if (breve) letters[length - 1] = u'й';
      if (const auto unseen = breve ? kBreve.size() : unseen_at(text, i); unseen > 0) {
        i += unseen;
        continue;
      }
    }
    if (bytes == 0) {
      finish();
      ++i;
      continue;
    }
    if (length == letters.size() || (upper && after_small)) finish();
    if (length == 0) words.push_back({0, 0, i, i});
    letters[length++] = code;
    i += bytes;
    words.back().end = i;
    after_small = !upper;
  }
  finish();
  return words;
}

std::vector<std::string> single_names(std::string_view list) {
  std::string text(list);
  for (auto at = text.find(" и "); at != std::string::npos; at = text.find(" и "))
    text.replace(at, 4, ",");
  for (char& c : text) {
    if (c == ';' || c == '/' || c == '|' || c == '\n') c = ',';
  }
  return base::split(text, ',');
}

}  // namespace metodaktiv::release
