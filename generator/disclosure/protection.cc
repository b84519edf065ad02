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
  [[nodiscard]] bool any() const { return below > kTolerance || above > kTolerance; }
};

Lack lack_of(const Interval& interval, double k) {
  return {std::max(0.0, interval.least - 1), std::max(0.0, k - 1 - interval.most)};
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

}  // namespace

std::vector<std::size_t> protect(const CountSystem& system, std::vector<Cell>& cells,
                                 const std::vector<Group>& groups, double k) {
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
      const auto lack = lack_of(bounds.of(quantity), k);
      if (!lack.any()) continue;
      still.push_back(quantity);
      if (!treated.insert(bounds.component(quantity)).second) continue;
      changed = widen(quantity, lack, bounds, known, chooser) || changed;
    }
    pending = std::move(still);
    if (changed) suppress(cells, groups, k);
  }
  return pending;
}

std::vector<std::size_t> exposed(const CountSystem& system, const std::vector<Cell>& cells,
                                 double k) {
  const auto known = known_quantities(system, cells);
  LinearBounds bounds(system, known);
  std::vector<std::size_t> result;
  for (const auto quantity : system.sensitive) {
    if (lack_of(bounds.of(quantity), k).any()) result.push_back(quantity);
  }
  return result;
}

}  // namespace metodaktiv::disclosure
