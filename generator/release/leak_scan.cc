#include "release/leak_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"
#include "release/hidden_text.h"

namespace metodaktiv::release {
namespace {

constexpr std::size_t kShortestCode = 5;

std::uint64_t hashed(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_email_char(char c) {
  return is_latin(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/// With the letters of «иванова@школа.рф», and an apostrophe.
bool is_letter_too(char c) { return is_email_char(c) || c == '\'' || (c & 0x80) != 0; }

/// What stands around an address in a text and not in it.
constexpr std::string_view kAround = ".-_'%+";

bool is_code_char(char c) { return is_latin(c) || is_digit(c) || c == '-' || c == '_'; }

/// Letters and digits, long enough not to occur by chance.
bool is_telling(std::string_view code) {
  return code.size() >= kShortestCode && std::all_of(code.begin(), code.end(), is_code_char) &&
         std::any_of(code.begin(), code.end(), is_digit) &&
         std::any_of(code.begin(), code.end(), is_latin);
}

std::uint64_t email_hash(std::string_view email) {
  return hashed(base::to_lower(base::trimmed(email)));
}

base::Finding leak(const std::string& place, const std::string& origin) {
  return {base::Severity::kError,
          "leak",
          {place, {}, 0, {}},
          {},
          fmt::format("В файле стоят персональные данные ({}), на публикацию которых нет согласия.",
                      origin),
          "Найдите имя, адрес или код в тексте, из которого сделан файл, и уберите его; если "
          "согласие есть, внесите его в реестр. Где стоит имя того, кто отозвал согласие, покажет "
          "metodaktiv withdraw с кодом методиста."};
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
  // «Белова (Петрова) Анна Ивановна»: with either surname.
  const auto opens = list.find('('), closes = list.find(')');
  if (opens < closes && closes != std::string_view::npos) {
    const std::string before(base::trimmed(list.substr(0, opens))), after(list.substr(closes + 1));
    forbid_name(before + after, origin);
    const std::string former(list.substr(opens + 1, closes - opens - 1));
    if (base::starts_with_capital(former) && before.find(' ') == std::string::npos)
      forbid_name(former + after, origin);
  }
  auto names = single_names(list);
  // «Иванова Анна Петровна, учитель математики»: a post is nobody's name.
  const auto post = std::stable_partition(names.begin(), names.end(), [](const auto& name) {
    return base::starts_with_capital(base::trimmed(name));
  });
  if (post != names.begin()) names.erase(post, names.end());
  for (const auto& name : names) names_.forbid(name, index);
}

void LeakScanner::allow_name(std::string_view list) {
  for (const auto& name : single_names(list)) names_.allow(name);
}

void LeakScanner::forbid_email(std::string_view email, std::string_view origin) {
  emails_.emplace(email_hash(email), origin_index(origin));
}

void LeakScanner::allow_email(std::string_view email) { allowed_emails_.insert(email_hash(email)); }

void LeakScanner::forbid_code(std::string_view code, std::string_view origin) {
  if (is_telling(code)) codes_.emplace(hashed(code), origin_index(origin));
}

void LeakScanner::allow_code(std::string_view code) { allowed_codes_.insert(hashed(code)); }

void LeakScanner::find_emails(std::string_view bytes, std::vector<bool>& found) const {
  const auto look = [&](std::string_view name, std::string_view host) {
    const auto hash = email_hash(fmt::format("{}@{}", name, host));
    const auto it = emails_.find(hash);
    if (it != emails_.end() && !allowed_emails_.contains(hash)) found[it->second] = true;
  };
  for (auto at = bytes.find('@'); at != std::string_view::npos; at = bytes.find('@', at + 1)) {
    auto left = bytes.substr(0, at);
    auto right = bytes.substr(at + 1);
    if (left.ends_with(' ')) left.remove_suffix(1);  // «имя @ адрес»
    if (right.starts_with(' ')) right.remove_prefix(1);
    for (const auto is_part : {is_email_char, is_letter_too}) {
      std::size_t begin = left.size();
      std::size_t end = 0;
      while (begin > 0 && is_part(left[begin - 1])) --begin;
      while (end < right.size() && is_part(right[end])) ++end;
      const auto name = left.substr(begin);
      const auto host = right.substr(0, end);
      if (name.empty() || host.empty()) continue;
      look(name, host);
      look(name.substr(std::min(name.size(), name.find_first_not_of(kAround))),
           host.substr(0, host.find_last_not_of(kAround) + 1));
    }
  }
}

void LeakScanner::find_codes(std::string_view bytes, std::vector<bool>& found) const {
  if (codes_.empty()) return;
  for (std::size_t begin = 0; begin < bytes.size();) {
    if (!is_code_char(bytes[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < bytes.size() && is_code_char(bytes[end])) ++end;
    if (end - begin >= kShortestCode) {
      const auto hash = hashed(bytes.substr(begin, end - begin));
      const auto it = codes_.find(hash);
      if (it != codes_.end() && !allowed_codes_.contains(hash)) found[it->second] = true;
    }
    begin = end;
  }
}

std::vector<std::string> LeakScanner::scan(std::string_view bytes) const {
  std::vector<bool> found(origins_.size(), false);
  names_.find(words_of(bytes), [&](std::uint16_t origin) { found[origin] = true; });
  find_emails(bytes, found);
  find_codes(bytes, found);
  std::vector<std::string> origins;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) origins.push_back(origins_[i]);
  }
  std::sort(origins.begin(), origins.end());
  return origins;
}

base::Findings LeakScanner::scan_files(const std::filesystem::path& root,
                                       const std::vector<std::string>& paths, unsigned jobs) const {
  std::vector<std::map<std::string, std::string>> found(paths.size());  // origin → part of the file
  base::parallel_for(paths.size(), jobs, [&](std::size_t i) {
    const auto look = [&](const std::string& form, std::string_view bytes) {
      for (auto& origin : scan(bytes)) found[i].emplace(std::move(origin), form);
    };
    each_readable(paths[i], look);
    each_readable(base::read_file(root / paths[i]), look);
  });
  base::Findings findings;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (const auto& [origin, part] : found[i]) {
      findings.add(leak(part.empty() ? paths[i] : paths[i] + ": " + part, origin));
    }
  }
  return findings;
}

base::Findings LeakScanner::scan_texts(const std::vector<PlacedText>& texts) const {
  base::Findings findings;
  for (const auto& [place, text] : texts) {
    for (const auto& origin : scan(text)) findings.add(leak(place, origin));
  }
  return findings;
}

}  // namespace metodaktiv::release
