#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "release/name_words.h"

namespace metodaktiv::release {

/// Names that must not stand in a text and names that may, compared word by word: what short text
/// stands between the words does not matter, nor whether the surname comes first or last, nor, for
/// names of three words and more, the grammatical case. Only hashes are kept, so that the names of
/// a whole country fit into memory.
class NameSet {
 public:
  /// A name, surname first; names of one word or more than six are ignored.
  void forbid(std::string_view name, std::uint16_t origin);
  void allow(std::string_view name);

  /// Calls consume(origin) for every forbidden name in the words. A name made only of words of
  /// names that may stand here is no alarm: neither «Ким Алла» inside «Ким Алла Юрьевна» nor a
  /// patronymic and the next person's name in a list of authors.
  template <typename Consume>
  void find(const std::vector<Word>& words, Consume consume) const {
    find_in(exact_, words, &Word::hash, 2, consume);
    find_in(stems_, words, &Word::stem, kLeastInAnyCase, consume);
  }

 private:
  static constexpr std::size_t kMostWords = 6;  // double surnames and patronymics with hyphens
  static constexpr std::size_t kMostGap = 24;   // bytes: spaces, entities, a tag
  static constexpr std::size_t kLeastInAnyCase = 3;

  /// First words of names: nearly every word of a text is turned away by one look at a small table.
  class FirstWords {
   public:
    void insert(std::uint64_t hash) {
      bits_[slot(hash)] = true;
      hashes_.insert(hash);
    }
    [[nodiscard]] bool contains(std::uint64_t hash) const {
      return bits_[slot(hash)] && hashes_.contains(hash);
    }

   private:
    static constexpr unsigned kBits = 20;
    static std::size_t slot(std::uint64_t hash) {
      return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> (64 - kBits));
    }
    std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << kBits);
    std::unordered_set<std::uint64_t> hashes_;
  };
  struct Hashes {
    std::unordered_map<std::uint64_t, std::uint16_t> forbidden;  ///< hash of the words → origin
    std::unordered_set<std::uint64_t> allowed;
    FirstWords forbidden_first, allowed_first;
  };
  using Part = std::uint64_t Word::*;

  static std::uint64_t combined(std::uint64_t hash, std::uint64_t word) {
    return (hash ^ word) * 0x9E3779B97F4A7C15ULL;
  }
  /// Words of a name in both orders, surname first and surname last; empty when there are too few.
  static std::vector<std::vector<std::uint64_t>> orders(const std::vector<Word>& words, Part part,
                                                        std::size_t least);
  static std::uint64_t hash_of(const std::vector<std::uint64_t>& words);

  /// Calls visit(begin, end, hash) for every run of `least` to kMostWords words that stand close
  /// together and begin with one of `first`.
  template <typename Visit>
  static void each_run(const std::vector<Word>& words, Part part, std::size_t least,
                       const FirstWords& first, Visit visit) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!first.contains(words[i].*part)) continue;
      std::uint64_t hash = combined(0, words[i].*part);
      for (std::size_t k = i + 1; k < words.size() && k - i < kMostWords; ++k) {
        if (words[k].begin - words[k - 1].end > kMostGap) break;
        hash = combined(hash, words[k].*part);
        if (k - i + 1 >= least) visit(i, k + 1, hash);
      }
    }
  }
  template <typename Consume>
  static void find_in(const Hashes& hashes, const std::vector<Word>& words, Part part,
                      std::size_t least, Consume consume) {
    if (hashes.forbidden.empty()) return;
    std::vector<bool> taken(words.size(), false);
    each_run(words, part, least, hashes.allowed_first,
             [&](std::size_t begin, std::size_t end, std::uint64_t hash) {
               if (!hashes.allowed.contains(hash)) return;
               for (auto i = begin; i < end; ++i) taken[i] = true;
             });
    each_run(words, part, least, hashes.forbidden_first,
             [&](std::size_t begin, std::size_t end, std::uint64_t hash) {
               const auto it = hashes.forbidden.find(hash);
               if (it == hashes.forbidden.end()) return;
               for (auto i = begin; i < end; ++i) {
                 if (!taken[i]) return consume(it->second);
               }
             });
  }

  Hashes exact_, stems_;
};

}  // namespace metodaktiv::release
