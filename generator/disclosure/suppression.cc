#include "disclosure/suppression.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace metodaktiv::disclosure {
namespace {

double size_of(const Cell& cell) {
  return *std::max_element(cell.counts.begin(), cell.counts.end());
}

bool any_suppressed(const std::vector<Cell>& cells, const Group& group) {
  return std::any_of(group.members.begin(), group.members.end(),
                     [&](std::size_t i) { return cells[i].suppressed; });
}

/// At least two hidden members, and every kind of count sums to none or at least k over them.
bool is_protected(const std::vector<Cell>& cells, const Group& group, double k) {
  std::size_t hidden = 0;
  std::vector<double> sums(cells[group.members.front()].counts.size(), 0.0);
  for (const auto i : group.members) {
    if (!cells[i].suppressed) continue;
    ++hidden;
    for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += cells[i].counts[c];
  }
  return hidden >= 2 &&
         std::none_of(sums.begin(), sums.end(), [k](double sum) { return sum > 0 && sum < k; });
}

/// The smallest published member that counts anybody, else the first published one.
std::optional<std::size_t> next_to_hide(const std::vector<Cell>& cells, const Group& group) {
  std::optional<std::size_t> best;
  const auto better = [&](std::size_t candidate, std::size_t current) {
    const double a = size_of(cells[candidate]);
    const double b = size_of(cells[current]);
    if ((a > 0) != (b > 0)) return a > 0;
    return a < b;
  };
  for (const auto i : group.members) {
    if (cells[i].suppressed) continue;
    if (!best || better(i, *best)) best = i;
  }
  return best;
}

/// Hides what the group still needs; true when something changed.
bool protect(std::vector<Cell>& cells, const Group& group, double k) {
  bool changed = false;
  while (!cells[group.total].suppressed && any_suppressed(cells, group) &&
         !is_protected(cells, group, k)) {
    const auto next = next_to_hide(cells, group);
    cells[next.value_or(group.total)].suppressed = true;
    changed = true;
  }
  return changed;
}

}  // namespace

bool is_small(const Cell& cell, double k) {
  return std::any_of(cell.counts.begin(), cell.counts.end(),
                     [k](double count) { return count > 0 && count < k; });
}

void suppress(std::vector<Cell>& cells, const std::vector<Group>& groups, double k) {
  for (auto& cell : cells) {
    if (!cell.may_be_small && is_small(cell, k)) cell.suppressed = true;
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const auto& group : groups) {
      if (!group.members.empty() && protect(cells, group, k)) changed = true;
    }
  }
}

}  // namespace metodaktiv::disclosure
