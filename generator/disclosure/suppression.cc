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

/// Whether the hidden members protect each other: how many they are and what they count, by kind.
struct Hidden {
  std::size_t members = 0;
  std::vector<double> sums;

  Hidden(const std::vector<Cell>& cells, const Group& group)
      : sums(cells[group.members.front()].counts.size(), 0.0) {
    for (const auto i : group.members) {
      if (!cells[i].suppressed) continue;
      ++members;
      for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += cells[i].counts[c];
    }
  }
  [[nodiscard]] bool too_few(std::size_t kind, double k) const {
    return sums[kind] > 0 && sums[kind] < k;
  }
  [[nodiscard]] bool any_too_few(double k) const {
    return std::any_of(sums.begin(), sums.end(), [k](double sum) { return sum > 0 && sum < k; });
  }
};

/// The smallest published member that counts anybody, else the first published one. While they
/// count too few, only members that add to it, and none when all together don't suffice.
std::optional<std::size_t> next_to_hide(const std::vector<Cell>& cells, const Group& group,
                                        const Hidden& hidden, double k) {
  const bool any_too_few = hidden.any_too_few(k);
  const auto adds = [&](const Cell& cell) {
    for (std::size_t c = 0; c < cell.counts.size(); ++c) {
      if (hidden.too_few(c, k) && cell.counts[c] > 0) return true;
    }
    return false;
  };
  std::optional<std::size_t> best;
  const auto better = [&](std::size_t candidate, std::size_t current) {
    const double a = size_of(cells[candidate]);
    const double b = size_of(cells[current]);
    if ((a > 0) != (b > 0)) return a > 0;
    return a < b;
  };
  auto all = hidden.sums;
  for (const auto i : group.members) {
    if (cells[i].suppressed) continue;
    for (std::size_t c = 0; c < all.size(); ++c) all[c] += cells[i].counts[c];
    if (any_too_few && !adds(cells[i])) continue;
    if (!best || better(i, *best)) best = i;
  }
  for (std::size_t c = 0; c < all.size(); ++c) {
    if (hidden.too_few(c, k) && all[c] < k) return std::nullopt;
  }
  return best;
}

/// Hides what the group still needs; true when something changed.
bool protect(std::vector<Cell>& cells, const Group& group, double k) {
  bool changed = false;
  while (!holds(cells, group, k)) {
    const auto next = next_to_hide(cells, group, Hidden(cells, group), k);
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

bool holds(const std::vector<Cell>& cells, const Group& group, double k) {
  if (group.members.empty() || cells[group.total].suppressed || !any_suppressed(cells, group))
    return true;
  const Hidden hidden(cells, group);
  return hidden.members >= 2 && !hidden.any_too_few(k);
}

void suppress(std::vector<Cell>& cells, const std::vector<Group>& groups, double k) {
  for (auto& cell : cells) {
    if (!cell.may_be_small && is_small(cell, k)) cell.suppressed = true;
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const auto& group : groups) {
      if (protect(cells, group, k)) changed = true;
    }
  }
}

}  // namespace metodaktiv::disclosure
