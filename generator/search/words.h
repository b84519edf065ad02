#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// From text to words. templates/assets/search-words.js does the same; tests/search/word_list.tsv
/// pins the two to each other.
namespace metodaktiv::search {

inline constexpr std::size_t kLongestWord = 40;  ///< letters; the rest of a word is cut off

/// Words of a text as the index knows them: runs of Latin letters, Cyrillic letters and digits
/// («урок-игра» is two words, a dot between digits does not end one), in lower case, ё as е,
/// without stress marks and soft hyphens. Other scripts and broken UTF-8 separate words.
std::vector<std::string> words_of(std::string_view text);

/// True for а–я alone: only such words are stemmed and folded.
bool is_russian(std::string_view word);
/// «а»: not searched as a word, in a name an initial. Digits are words.
bool is_single_letter(std::string_view word);
/// «и», «для», …: such words say nothing about what a text is of. Sorted.
const std::vector<std::string_view>& stop_words();
bool is_stop_word(std::string_view word);

/// Stems that differ by a fleeting vowel alone have the same folded form: оценк and оценок →
/// «оценк», письм and писем → «писм». Only for stems of four letters and more.
std::string folded_stem(std::string_view stem);

}  // namespace metodaktiv::search
