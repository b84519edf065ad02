#include "disclosure/protection.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "disclosure/linear_bounds.h"

namespace metodaktiv::disclosure {
namespace {

constexpr double kTolerance = 1e-6;

std::vector<bool> known_quantities(const CountSystem& system, const std::vector<Cell>& cells) {
  std::vector<bool> known(system.values.size(), false);
  for (const auto q : system.given) known[q] = true;
  for (const auto& cell : cells) {
    if (cell.suppressed) continue;
    for (const auto q : cell.quantities) known[q] = true;
  }
  return known;
}

/// By how much the interval is too narrow below and above; 0: not at all.
struct Lack {
  double below = 0;
  double above = 0;
};

Lack lack_of(const Interval& interval, double k) {
  return {std::max(0.0, interval.least - 1), std::max(0.0, k - 1 - interval.most)};
}

bool is_safe(LinearBounds& bounds, std::size_t quantity, double k) {
  return bounds.reaches(quantity, k - 1, true) && bounds.reaches(quantity, 1, false);
}

/// Finds what to hide next, given what cells publish each quantity.
class Chooser {
 public:
  Chooser(const CountSystem& system, std::vector<Cell>& cells) : system_(system), cells_(cells) {
    publishers_.resize(system.values.size());
    given_.resize(system.values.size(), false);
    for (const auto q : system.given) given_[q] = true;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      for (const auto q : cells[c].quantities) publishers_[q].push_back(c);
    }
  }

  /// False when hiding it changes nothing: it is known from elsewhere.
  bool hide(std::size_t quantity) {
    for (const auto c : publishers_[quantity]) cells_[c].suppressed = true;
    return !given_[quantity];
  }
  /// The known quantity of these equations that costs least to hide and can give way by `need`.
  std::optional<std::size_t> cheapest(const std::vector<std::size_t>& equations,
                                      const std::vector<bool>& known, double need) const {
    std::optional<std::size_t> best;
    std::tuple<bool, bool, double, std::size_t> best_rank;
    for (const auto e : equations) {
      for (const auto& [q, coefficient] : system_.equations[e].terms) {
        if (!known[q] || given_[q] || publishers_[q].empty()) continue;
        const std::tuple rank(system_.values[q] + kTolerance < need, system_.values[q] <= 0,
                              price(q), q);
        if (!best || rank < best_rank) {
          best = q;
          best_rank = rank;
        }
      }
    }
    return best;
  }

 private:
  [[nodiscard]] double price(std::size_t quantity) const {
    double sum = 0;
    for (const auto c : publishers_[quantity]) {
      if (!cells_[c].suppressed) sum += cells_[c].price;
    }
    return sum;
  }

  const CountSystem& system_;
  std::vector<Cell>& cells_;
  std::vector<std::vector<std::size_t>> publishers_;
  std::vector<bool> given_;
};

/// Hides one more cell for the quantity; false when there is none.
bool widen(std::size_t quantity, const Lack& lack, LinearBounds& bounds,
           const std::vector<bool>& known, Chooser& chooser) {
  if (known[quantity]) return chooser.hide(quantity);
  const bool above = lack.above > kTolerance;
  const auto next =
      chooser.cheapest(bounds.holding(quantity, above), known, above ? lack.above : lack.below);
  if (next) chooser.hide(*next);
  return next.has_value();
}

/// Publishes again what was hidden for the sake of others and turned out not to be needed, the
/// dearest first: choosing one by one hides too much where a later choice covers an earlier one.
class Republisher {
 public:
  /// exposed: sensitive quantities that nothing protects.
  Republisher(const CountSystem& system, std::vector<Cell>& cells, const std::vector<Group>& groups,
              const std::vector<std::size_t>& exposed, double k)
      : system_(system), cells_(cells), groups_(groups), k_(k), groups_of_(cells.size()) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      groups_of_[groups[g].total].push_back(g);
      for (const auto member : groups[g].members) groups_of_[member].push_back(g);
    }
    const std::set<std::size_t> lost(exposed.begin(), exposed.end());
    for (const auto q : system.sensitive) {
      if (!lost.contains(q)) guarded_.push_back(q);
    }
  }

  /// must_hide: by cell.
  void run(const std::vector<bool>& must_hide) {
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      if (cells_[c].suppressed && !must_hide[c]) order.push_back(c);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return cells_[a].price > cells_[b].price;
    });
    for (const auto c : order) {
      cells_[c].suppressed = false;
      if (!groups_hold(c) || !stays_safe(c)) cells_[c].suppressed = true;
    }
  }

 private:
  [[nodiscard]] bool groups_hold(std::size_t cell) const {
    return std::all_of(groups_of_[cell].begin(), groups_of_[cell].end(),
                       [&](std::size_t g) { return holds(cells_, groups_[g], k_); });
  }
  /// Only the parts of the system that the cell belongs to can change.
  [[nodiscard]] bool stays_safe(std::size_t cell) const {
    cells_[cell].suppressed = true;
    const auto before = known_quantities(system_, cells_);
    cells_[cell].suppressed = false;
    const auto after = known_quantities(system_, cells_);
    if (before == after) return true;
    const LinearBounds parts(system_, before);
    std::set<std::size_t> touched;
    for (const auto q : cells_[cell].quantities) {
      if (before[q] != after[q]) touched.insert(parts.component(q));
    }
    LinearBounds bounds(system_, after);
    return std::all_of(guarded_.begin(), guarded_.end(), [&](std::size_t q) {
      return !touched.contains(parts.component(q)) || is_safe(bounds, q, k_);
    });
  }

  const CountSystem& system_;
  std::vector<Cell>& cells_;
  const std::vector<Group>& groups_;
  double k_;
  std::vector<std::vector<std::size_t>> groups_of_;  ///< by cell
  std::vector<std::size_t> guarded_;
};

}  // namespace

std::vector<std::size_t> protect(const CountSystem& system, std::vector<Cell>& cells,
                                 const std::vector<Group>& groups, double k) {
  std::vector<bool> must_hide;
  for (const auto& cell : cells)
    must_hide.push_back(cell.suppressed || (!cell.may_be_small && is_small(cell, k)));
  suppress(cells, groups, k);
  Chooser chooser(system, cells);
  // Hiding more never narrows an interval: what is safe stays safe.
  std::vector<std::size_t> pending = system.sensitive;
  bool changed = true;
  while (changed && !pending.empty()) {
    changed = false;
    const auto known = known_quantities(system, cells);
    LinearBounds bounds(system, known);
    std::set<std::size_t> treated;
    std::vector<std::size_t> still;
    for (const auto quantity : pending) {
      if (is_safe(bounds, quantity, k)) continue;
      const auto lack = lack_of(bounds.of(quantity), k);
      still.push_back(quantity);
      if (!treated.insert(bounds.component(quantity)).second) continue;
      changed = widen(quantity, lack, bounds, known, chooser) || changed;
    }
    pending = std::move(still);
    if (changed) suppress(cells, groups, k);
  }
  Republisher(system, cells, groups, pending, k).run(must_hide);
  return pending;
}

std::vector<std::size_t> exposed(const CountSystem& system, const std::vector<Cell>& cells,
                                 double k) {
  const auto known = known_quantities(system, cells);
  LinearBounds bounds(system, known);
  std::vector<std::size_t> result;
  for (const auto quantity : system.sensitive) {
    if (!is_safe(bounds, quantity, k)) result.push_back(quantity);
  }
  return result;
}

}  // namespace metodaktiv::disclosure
