#include "search/inverted_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_set>

#include "base/parallel.h"
#include "search/stemmer.h"
#include "search/words.h"

namespace metodaktiv::search {
namespace {

enum Field : std::size_t { kTitle, kPeople, kKeywords, kBody, kFields };

/// What a word in the field weighs, and how far a long field makes each of its words weigh less.
struct FieldRule {
  double weight, length_share;
};
constexpr std::array<FieldRule, kFields> kRules = {
    {{6.0, 0.5}, {5.0, 0.3}, {2.5, 0.4}, {1.0, 0.7}}};
constexpr double kSaturation = 2.0;

using Counts = std::array<std::uint16_t, kFields>;

void add(Counts& sum, const Counts& counts) {
  for (std::size_t field = 0; field < kFields; ++field) {
    sum[field] =
        static_cast<std::uint16_t>(std::min<int>(UINT16_MAX, int{sum[field]} + int{counts[field]}));
  }
}

/// Words of one document, with their counts per field.
struct Bag {
  std::map<std::string, Counts> words;
  std::map<std::string, Counts> initials;
  std::array<std::uint32_t, kFields> lengths{};
};

/// «Иванова Анна Петровна» → «а.», «п.», «а.п.». A surname's letter is no initial.
void add_initials(const std::vector<std::string>& name, std::map<std::string, Counts>& initials) {
  Counts once{};
  once[kPeople] = 1;
  std::string before;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto& word = name[i];
    if (!is_russian(word) || (i == 0 && !is_single_letter(word))) continue;
    const auto initial = word.substr(0, 2) + ".";
    add(initials[initial], once);
    if (!before.empty()) add(initials[before + initial], once);
    before = initial;
  }
}

Bag bag_of(const Document& document) {
  Bag bag;
  const auto add_text = [&](Field field, const std::string& text) {
    for (const auto& word : words_of(text)) {
      const bool counts = field == kPeople || !(is_single_letter(word) || is_stop_word(word));
      if (!counts) continue;
      Counts once{};
      once[field] = 1;
      add(bag.words[word], once);
      ++bag.lengths[field];
    }
  };
  add_text(kTitle, document.title);
  for (const auto& name : document.people) {
    add_text(kPeople, name);
    add_initials(words_of(name), bag.initials);
  }
  add_text(kKeywords, document.keywords);
  add_text(kBody, document.body);
  return bag;
}

/// Mean length of a field over the documents that have it.
std::array<double, kFields> mean_lengths(const std::vector<Bag>& bags) {
  std::array<double, kFields> means{};
  for (std::size_t field = 0; field < kFields; ++field) {
    std::uint64_t words = 0;
    std::uint64_t documents = 0;
    for (const auto& bag : bags) {
      words += bag.lengths[field];
      if (bag.lengths[field] > 0) ++documents;
    }
    means[field] = documents == 0 ? 1 : static_cast<double>(words) / static_cast<double>(documents);
  }
  return means;
}

struct Occurrence {
  std::uint32_t document;
  Counts counts;
};
using Occurrences = std::map<std::string, std::vector<Occurrence>>;

/// Word → stem, for all words of the bags.
std::map<std::string, std::string> stems_of(const std::vector<Bag>& bags) {
  const Stemmer stemmer;
  std::map<std::string, std::string> stems;
  for (const auto& bag : bags) {
    for (const auto& [word, counts] : bag.words) {
      const auto [entry, fresh] = stems.try_emplace(word);
      if (fresh) entry->second = stemmer.stem(word);
    }
  }
  return stems;
}

/// The terms under which a document with this word is found.
class Terms {
 public:
  explicit Terms(const std::map<std::string, std::string>& stems) : stems_(stems) {
    for (const auto& [word, stem] : stems) known_.insert(stem);
  }

  std::set<std::string> of(const std::string& word, const Counts& counts) const {
    const bool in_name = counts[kPeople] > 0;
    std::set<std::string> terms;
    if (!is_single_letter(word) && !is_stop_word(word)) {
      const auto& stem = stems_.at(word);
      terms.insert(stem);
      // «опыт» has the stem «оп», «опыта» the stem «опыт»; «Иванов» has that of «Иван», «Ивановым»
      // that of «Иванова»: the whole word is a term too where it is a stem of others or a name.
      if (in_name || known_.contains(word)) terms.insert(word);
    }
    return terms;
  }

 private:
  const std::map<std::string, std::string>& stems_;
  std::unordered_set<std::string_view> known_;
};

/// Stems of one folded form have the occurrences of all of them.
void join_fleeting_vowels(Occurrences& occurrences) {
  std::map<std::string, std::vector<std::string>> families;
  for (const auto& [term, list] : occurrences) families[folded_stem(term)].push_back(term);
  for (const auto& [folded, terms] : families) {
    if (terms.size() < 2) continue;
    std::map<std::uint32_t, Counts> joined;
    for (const auto& term : terms) {
      for (const auto& [document, counts] : occurrences[term]) add(joined[document], counts);
    }
    std::vector<Occurrence> list;
    for (const auto& [document, counts] : joined) list.push_back({document, counts});
    for (const auto& term : terms) occurrences[term] = list;
  }
}

std::uint8_t impact_of(const Counts& counts, const Bag& bag,
                       const std::array<double, kFields>& means, double weight) {
  double frequency = 0;
  for (std::size_t field = 0; field < kFields; ++field) {
    if (counts[field] == 0) continue;
    const auto& rule = kRules[field];
    const double length = static_cast<double>(bag.lengths[field]) / means[field];
    frequency += rule.weight * static_cast<double>(counts[field]) /
                 (1 - rule.length_share + rule.length_share * length);
  }
  frequency *= weight;
  const auto level = std::lround(frequency / (frequency + kSaturation) * kImpacts);
  return static_cast<std::uint8_t>(std::clamp<long>(level, 1, kImpacts));
}

}  // namespace

InvertedIndex inverted_index(const std::vector<Document>& documents, unsigned jobs) {
  std::vector<Bag> bags(documents.size());
  base::parallel_for(documents.size(), jobs,
                     [&](std::size_t i) { bags[i] = bag_of(documents[i]); });
  const auto means = mean_lengths(bags);
  const auto stems = stems_of(bags);
  const Terms terms(stems);

  Occurrences occurrences;
  std::map<std::string, std::map<std::string, std::uint32_t>> spellings;  // stem → word → documents
  for (std::uint32_t document = 0; document < bags.size(); ++document) {
    auto found = bags[document].initials;
    for (const auto& [word, counts] : bags[document].words) {
      for (const auto& term : terms.of(word, counts)) {
        add(found[term], counts);
        if (is_russian(term)) ++spellings[term][word];
      }
    }
    for (const auto& [term, counts] : found) occurrences[term].push_back({document, counts});
  }
  join_fleeting_vowels(occurrences);

  InvertedIndex index;
  for (const auto& [term, list] : occurrences) {
    auto& entry = index[term];
    entry.postings.reserve(list.size());
    for (const auto& [document, counts] : list) {
      entry.postings.push_back(
          {document, impact_of(counts, bags[document], means, documents[document].weight)});
    }
    std::uint32_t most = 0;
    for (const auto& [word, count] : spellings[term]) {
      if (count <= most) continue;
      most = count;
      entry.word = word;
    }
  }
  return index;
}

}  // namespace metodaktiv::search
