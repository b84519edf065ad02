#include "release/leak_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"

namespace metodaktiv::release {
namespace {

constexpr std::size_t kMaxWords = 6;      // double surnames and patronymics with hyphens
constexpr std::size_t kMaxGapBytes = 24;  // between two words of one name: spaces, entities, a tag
constexpr std::uint64_t kSeed = 0xcbf29ce484222325ULL;

/// FNV-1a, continued from `hash`.
std::uint64_t hashed(std::string_view text, std::uint64_t hash = kSeed) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

struct Word {
  std::uint64_t hash;
  std::size_t begin, end;
};

bool is_upper(unsigned char lead, unsigned char next) {
  return lead == 0xD0 && ((next >= 0x90 && next <= 0xAF) || next == 0x81);  // А–Я, Ё
}

/// Length in bytes of the Cyrillic letter at `i`, 0 when there is none; `folded` gets its
/// lower-case form with ё→е as one number.
std::size_t letter_at(std::string_view text, std::size_t i, bool& upper, std::uint16_t& folded) {
  if (i + 1 >= text.size()) return 0;
  const auto lead = static_cast<unsigned char>(text[i]);
  const auto next = static_cast<unsigned char>(text[i + 1]);
  if (lead != 0xD0 && lead != 0xD1) return 0;
  auto code = static_cast<std::uint16_t>((lead & 0x1F) << 6 | (next & 0x3F));
  if ((next & 0xC0) != 0x80) return 0;
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

/// Cyrillic words; a capital after a small letter begins a new word even without a gap, as between
/// two database columns.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  bool after_small = false;
  for (std::size_t i = 0; i < text.size();) {
    bool upper = false;
    std::uint16_t code = 0;
    const auto length = letter_at(text, i, upper, code);
    if (length == 0) {
      inside = false;
      ++i;
      continue;
    }
    if (!inside || (upper && after_small)) words.push_back({kSeed, i, i});
    auto& word = words.back();
    word.hash = (word.hash ^ code) * 0x100000001b3ULL;
    i += length;
    word.end = i;
    inside = true;
    after_small = !upper;
  }
  return words;
}

std::uint64_t combined(std::uint64_t hash, std::uint64_t word) {
  return (hash ^ word) * 0x9E3779B97F4A7C15ULL;
}

/// Words of a name in both orders: surname first, and surname last.
std::vector<std::vector<std::uint64_t>> name_orders(std::string_view name) {
  std::vector<std::uint64_t> words;
  for (const auto& word : words_of(name)) words.push_back(word.hash);
  if (words.size() < 2 || words.size() > kMaxWords) return {};
  const auto surname_words =
      words.size() > 3 ? words.size() - 2 : 1;  // «Петрова-Водкина Анна Ивановна»
  auto given_first = words;
  std::rotate(given_first.begin(), given_first.begin() + static_cast<std::ptrdiff_t>(surname_words),
              given_first.end());
  return {words, given_first};
}

std::uint64_t hash_of(const std::vector<std::uint64_t>& words) {
  std::uint64_t hash = words.size();
  for (const auto word : words) hash = combined(hash, word);
  return hash;
}

/// Calls visit(begin, end, hash) for every run of two to kMaxWords words that stand close together
/// and begin with one of `first_words`.
template <typename Visit>
void each_run(const std::vector<Word>& words, const std::unordered_set<std::uint64_t>& first_words,
              Visit visit) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!first_words.contains(words[i].hash)) continue;
    std::vector<std::uint64_t> run = {words[i].hash};
    for (std::size_t k = i + 1; k < words.size() && run.size() < kMaxWords; ++k) {
      if (words[k].begin - words[k - 1].end > kMaxGapBytes) break;
      run.push_back(words[k].hash);
      visit(i, k + 1, hash_of(run));
    }
  }
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

bool is_email_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-' || c == '+' || c == '%';
}

std::uint64_t email_hash(std::string_view email) {
  return hashed(base::to_lower(base::trimmed(email)));
}

}  // namespace

std::uint16_t LeakScanner::origin_index(std::string_view origin) {
  const auto it = std::find(origins_.begin(), origins_.end(), origin);
  if (it != origins_.end()) return static_cast<std::uint16_t>(it - origins_.begin());
  origins_.emplace_back(origin);
  return static_cast<std::uint16_t>(origins_.size() - 1);
}

void LeakScanner::forbid_name(std::string_view list, std::string_view origin) {
  const auto index = origin_index(origin);
  for (const auto& name : single_names(list)) {
    for (const auto& words : name_orders(name)) {
      names_.emplace(hash_of(words), index);
      first_words_.insert(words.front());
    }
  }
}

void LeakScanner::allow_name(std::string_view list) {
  for (const auto& name : single_names(list)) {
    for (const auto& words : name_orders(name)) {
      allowed_names_.insert(hash_of(words));
      allowed_first_words_.insert(words.front());
    }
  }
}

void LeakScanner::forbid_email(std::string_view email, std::string_view origin) {
  emails_.emplace(email_hash(email), origin_index(origin));
}

void LeakScanner::allow_email(std::string_view email) { allowed_emails_.insert(email_hash(email)); }

std::vector<std::string> LeakScanner::scan(std::string_view bytes) const {
  std::set<std::string> found;
  const auto words = words_of(bytes);
  // A name made only of words of names that may stand here is no alarm: neither «Ким Алла» inside
  // «Ким Алла Юрьевна» nor a patronymic and the next person's name in a list of authors.
  std::vector<bool> taken(words.size(), false);
  each_run(words, allowed_first_words_,
           [&](std::size_t begin, std::size_t end, std::uint64_t hash) {
             if (!allowed_names_.contains(hash)) return;
             std::fill(taken.begin() + static_cast<std::ptrdiff_t>(begin),
                       taken.begin() + static_cast<std::ptrdiff_t>(end), true);
           });
  each_run(words, first_words_, [&](std::size_t begin, std::size_t end, std::uint64_t hash) {
    const auto it = names_.find(hash);
    if (it == names_.end()) return;
    const auto first = taken.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = taken.begin() + static_cast<std::ptrdiff_t>(end);
    if (std::find(first, last, false) != last) found.insert(origins_[it->second]);
  });
  for (auto at = bytes.find('@'); at != std::string_view::npos; at = bytes.find('@', at + 1)) {
    std::size_t begin = at;
    std::size_t end = at + 1;
    while (begin > 0 && is_email_char(bytes[begin - 1])) --begin;
    while (end < bytes.size() && is_email_char(bytes[end])) ++end;
    while (end > at && bytes[end - 1] == '.') --end;
    const auto hash = email_hash(bytes.substr(begin, end - begin));
    const auto it = emails_.find(hash);
    if (it != emails_.end() && !allowed_emails_.contains(hash)) found.insert(origins_[it->second]);
  }
  return {found.begin(), found.end()};
}

base::Findings LeakScanner::scan_files(const std::filesystem::path& root,
                                       const std::vector<std::string>& paths, unsigned jobs) const {
  std::vector<std::vector<std::string>> found(paths.size());
  base::parallel_for(paths.size(), jobs,
                     [&](std::size_t i) { found[i] = scan(base::read_file(root / paths[i])); });
  base::Findings findings;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (const auto& origin : found[i]) {
      findings.add({base::Severity::kError,
                    "leak",
                    {paths[i], {}, 0, {}},
                    {},
                    fmt::format("В файле стоят персональные данные из таблицы {}, на публикацию "
                                "которых нет согласия.",
                                origin),
                    "Уберите имя или адрес из текста либо внесите согласие в реестр."});
    }
  }
  return findings;
}

}  // namespace metodaktiv::release
