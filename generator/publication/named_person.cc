#include "publication/named_person.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace metodaktiv::publication {
namespace {

using release::Word;
using release::words_of;

constexpr std::size_t kLetter = 2;   // bytes of a Cyrillic letter
constexpr std::size_t kMostGap = 8;  // bytes between the words of one name: «. », a tag, an entity

bool is_initial(const Word& word) { return word.end - word.begin == kLetter; }

bool is_patronymic(std::string_view text, const Word& word) {
  static constexpr std::array<std::string_view, 12> kEndings = {
      "вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "ична", "ичны"};
  const auto small = base::to_lower(text.substr(word.begin, word.end - word.begin));
  return std::any_of(kEndings.begin(), kEndings.end(), [&](auto e) { return small.ends_with(e); });
}

/// Whether two neighbours may belong to one name. `comma`: «Иванова, А. П.»
bool together(std::string_view text, const Word& left, const Word& right, bool comma) {
  if (right.begin - left.end > kMostGap) return false;
  const auto gap = text.substr(left.end, right.begin - left.end);
  if (gap.find('&') != std::string_view::npos) return true;  // «&nbsp;»
  // One line break is how Markdown wraps; an empty line ends a paragraph.
  return gap.find_first_of(comma ? ";|/" : ",;|/") == std::string_view::npos &&
         std::count(gap.begin(), gap.end(), '\n') < 2;
}

}  // namespace

NamedPerson::Given NamedPerson::given(std::string_view name) {
  const auto words = words_of(name);
  if (words.empty()) return {};
  const auto letter = words_of(name.substr(words.front().begin, kLetter));
  return {words.front().stem, letter.front().hash};
}

NamedPerson::NamedPerson(std::string_view last_name, std::string_view first_name,
                         std::string_view patronymic)
    : first_(given(first_name)), patronymic_(given(patronymic)) {
  const auto words = words_of(last_name);
  for (const auto& word : words) surname_.push_back(word.stem);
  if (words.size() == 1 && last_name.ends_with("а")) {
    const auto without_ending = words_of(last_name.substr(0, last_name.size() - kLetter));
    if (!without_ending.empty()) masculine_ = without_ending.front().hash;
  }
}

NamedPerson::Fit NamedPerson::fit(const Given& name, const Word& word) {
  if (!name.known()) return Fit::kNo;
  if (is_initial(word)) return word.hash == name.initial ? Fit::kInitial : Fit::kNo;
  return word.stem == name.stem ? Fit::kWhole : Fit::kNo;
}

bool NamedPerson::is_surname(const std::vector<Word>& words, std::size_t at) const {
  if (at + surname_.size() > words.size()) return false;
  for (std::size_t i = 0; i < surname_.size(); ++i) {
    if (words[at + i].stem != surname_[i]) return false;
  }
  return words[at].hash != masculine_;
}

NamePlace NamedPerson::behind(std::string_view text, const std::vector<Word>& words,
                              std::size_t surname) const {
  const auto last = surname + surname_.size() - 1;
  const auto first = last + 1;
  if (first >= words.size() || !together(text, words[last], words[first], true)) return {};
  const auto first_fit = fit(first_, words[first]);
  if (first_fit == Fit::kNo) return {};
  NamePlace place{words[surname].begin, words[first].end, first_fit == Fit::kWhole};
  const auto next = first + 1;
  if (next >= words.size() || !together(text, words[first], words[next], false)) return place;
  if (fit(patronymic_, words[next]) != Fit::kNo) {
    place.end = words[next].end;
  } else if (is_patronymic(text, words[next]) || is_initial(words[next])) {
    if (patronymic_.known()) return {};
  }
  return place;
}

NamePlace NamedPerson::before(std::string_view text, const std::vector<Word>& words,
                              std::size_t surname) const {
  const auto near = [&](std::size_t back) {
    return surname >= back &&
           together(text, words[surname - back], words[surname - back + 1], false);
  };
  if (!near(1)) return {};
  const auto end = words[surname + surname_.size() - 1].end;
  const auto& word = words[surname - 1];
  if (near(2) && fit(patronymic_, word) != Fit::kNo) {
    const auto first_fit = fit(first_, words[surname - 2]);
    if (first_fit != Fit::kNo) {
      return {words[surname - 2].begin, end, first_fit == Fit::kWhole};
    }
  }
  const auto first_fit = fit(first_, word);
  if (first_fit == Fit::kNo) return {};
  // «Б. А. Иванова» is nobody whose first name begins with А.
  if (first_fit == Fit::kInitial && near(2) && is_initial(words[surname - 2])) return {};
  return {word.begin, end, first_fit == Fit::kWhole};
}

std::vector<NamePlace> NamedPerson::find(std::string_view text) const {
  std::vector<NamePlace> places;
  if (surname_.empty() || !first_.known()) return places;
  const auto words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_surname(words, i)) continue;
    auto place = behind(text, words, i);
    if (place.end == 0) place = before(text, words, i);
    if (place.end != 0) places.push_back(place);
  }
  return places;
}

std::string without_people(std::string_view list, const std::vector<const NamedPerson*>& people) {
  const auto names_one = [&](std::string_view text) {
    return std::any_of(people.begin(), people.end(),
                       [&](const NamedPerson* person) { return person->is_in(text); });
  };
  if (!names_one(list)) return std::string(list);
  std::vector<std::string> kept;
  bool told_apart = false;
  bool refused = false;
  for (const auto& entry : release::single_names(list)) {
    const std::string name(base::trimmed(entry));
    if (name.empty()) continue;
    // «Иванова А. П., учитель химии, председатель»: what is no name belongs to the one before it.
    refused = names_one(name) || (refused && !base::starts_with_capital(name));
    if (!refused) kept.push_back(name);
    told_apart = told_apart || refused;
  }
  const auto rest = base::join(kept, ", ");
  return told_apart && !names_one(rest) ? rest : std::string();
}

}  // namespace metodaktiv::publication
