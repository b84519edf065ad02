#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::release {

/// A Cyrillic word of a text, without regard to case and ё/е.
struct Word {
  std::uint64_t hash = 0;
  std::uint64_t stem = 0;  ///< the same for all cases of a name: «Анны», «Анне», «Анной»
  std::size_t begin = 0, end = 0;
};

/// Words in their order; a capital after a small letter begins a new word even without a gap, as
/// between two database columns.
std::vector<Word> words_of(std::string_view text);

/// Names of a list separated by ',', ';', '/', '|', a new line or « и ».
std::vector<std::string> single_names(std::string_view list);

}  // namespace metodaktiv::release
