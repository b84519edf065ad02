#include "base/nearest.h"

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::base {
namespace {

constexpr std::size_t kLongest = 100;  // longer texts are not typing mistakes

/// Bytes of each letter of a UTF-8 text.
std::vector<std::string_view> letters(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    result.push_back(text.substr(start, end - start));
    start = end;
  }
  return result;
}

/// Letters to insert, drop, replace or swap with their neighbour.
std::size_t distance(const std::vector<std::string_view>& a,
                     const std::vector<std::string_view>& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view typed,
                                   const std::vector<std::string>& candidates) {
  const std::string wanted = folded(typed);
  const auto wanted_letters = letters(wanted);
  if (wanted_letters.size() < 2 || wanted_letters.size() > kLongest) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted_letters.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    const std::string other = folded(candidate);
    const std::size_t d = distance(wanted_letters, letters(other));
    if (d >= best_distance) continue;
    best = candidate;
    best_distance = d;
  }
  return best;
}

}  // namespace metodaktiv::base
