#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"

namespace metodaktiv::site {

/// Finds rows by code in a list that is complete and no longer moves.
template <typename Row>
class Index {
 public:
  explicit Index(std::vector<Row>& rows) {
    for (auto& row : rows) rows_.emplace(row.code, &row);
  }
  Row* find(const std::string& code) const {
    const auto found = rows_.find(code);
    return found == rows_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string, Row*> rows_;
};

/// Sorts by key(row), equal keys in their old order.
template <typename Row, typename Key>
void sort_rows(std::vector<Row>& rows, Key key) {
  std::vector<std::pair<std::string, std::size_t>> order;
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) order.emplace_back(key(rows[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [text, i] : order) sorted.push_back(std::move(rows[i]));
  rows = std::move(sorted);
}
/// For sorting names as people do: without regard to case, ё beside е, «№ 2» before «№ 10».
inline std::string natural_key(std::string_view name) {
  constexpr std::size_t kDigits = 9;
  const auto folded = base::folded(name);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = std::min(folded.find_first_not_of("0123456789", at), folded.size());
    if (end > at && end - at < kDigits) key.append(kDigits - (end - at), '0');
    const auto next = end > at ? end : at + 1;
    key.append(folded, at, next - at);
    at = next;
  }
  return key;
}

template <typename Row>
void sort_by_name(std::vector<Row>& rows) {
  sort_rows(rows, [](const Row& row) { return natural_key(row.name); });
}

}  // namespace metodaktiv::site
