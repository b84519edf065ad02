#include "release/name_set.h"

#include <algorithm>

namespace metodaktiv::release {

std::vector<std::vector<std::uint64_t>> NameSet::orders(const std::vector<Word>& words, Part part,
                                                        std::size_t least) {
  if (words.size() < least || words.size() > kMostWords) return {};
  std::vector<std::uint64_t> surname_first;
  for (const auto& word : words) surname_first.push_back(word.*part);
  const std::size_t surname_words =
      words.size() > 3 ? words.size() - 2 : 1;  // «Петрова-Водкина Анна Ивановна»
  auto surname_last = surname_first;
  std::rotate(surname_last.begin(),
              surname_last.begin() + static_cast<std::ptrdiff_t>(surname_words),
              surname_last.end());
  return {surname_first, surname_last};
}

std::uint64_t NameSet::hash_of(const std::vector<std::uint64_t>& words) {
  std::uint64_t hash = 0;
  for (const auto word : words) hash = combined(hash, word);
  return hash;
}

void NameSet::forbid(std::string_view name, std::uint16_t origin) {
  const auto words = words_of(name);
  const auto add = [&](Hashes& hashes, Part part, std::size_t least) {
    for (const auto& order : orders(words, part, least)) {
      hashes.forbidden.emplace(hash_of(order), origin);
      hashes.forbidden_first.insert(order.front());
    }
  };
  add(exact_, &Word::hash, 2);
  add(stems_, &Word::stem, kLeastInAnyCase);
}

void NameSet::allow(std::string_view name) {
  const auto words = words_of(name);
  const auto add = [&](Hashes& hashes, Part part, std::size_t least) {
    for (const auto& order : orders(words, part, least)) {
      hashes.allowed.insert(hash_of(order));
      hashes.allowed_first.insert(order.front());
    }
  };
  add(exact_, &Word::hash, 2);
  add(stems_, &Word::stem, 2);
}

}  // namespace metodaktiv::release
