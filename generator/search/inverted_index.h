#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/document.h"

namespace metodaktiv::search {

/// A document that has a term, and how much the term says about it: 1 … kImpacts.
struct Posting {
  std::uint32_t document = 0;
  std::uint8_t impact = 1;
};
inline constexpr int kImpacts = 63;

struct Term {
  std::vector<Posting> postings;  ///< by document
  /// The most frequent word that has this stem, for «вы имели в виду»; empty for numbers and
  /// initials, which nobody misspells.
  std::string word;
};

/// Term → where it stands. Terms are stems, whole words of people's names, numbers, and initials
/// («а.», «а.п.»). Stems with one folded form share their postings.
using InvertedIndex = std::map<std::string, Term>;

/// The impact is BM25F's saturated frequency without the factor for rarity, which the client knows
/// from the number of postings. Documents are numbered as they stand. The result does not depend on
/// `jobs`.
InvertedIndex inverted_index(const std::vector<Document>& documents, unsigned jobs);

}  // namespace metodaktiv::search
