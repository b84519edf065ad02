#pragma once

#include <cstddef>
#include <vector>

namespace metodaktiv::disclosure {

/// One published figure seen as counts of people. `counts` are the numbers that must not be small:
/// for a share the numerator, the denominator and their difference; for a count the numerator
/// alone. All cells of one call have the same number of counts.
struct Cell {
  std::vector<double> counts;
  bool may_be_small =
      false;  ///< totals of the region are hidden only when nothing else protects them
  bool suppressed = false;
  std::vector<std::size_t> quantities = {};  ///< of a CountSystem: what a reader learns from it
  double price = 0;                          ///< the cheaper ones are hidden first
};

/// Cells whose sum is published as another cell.
struct Group {
  std::vector<std::size_t> members;
  std::size_t total = 0;
};

/// True when a count says that fewer than k people, but some, are counted.
bool is_small(const Cell& cell, double k);

/// Whether the group's total is hidden, or none of its members, or at least two that together count
/// at least k people (or none).
bool holds(const std::vector<Cell>& cells, const Group& group, double k);

/// Marks cells so that no small count is published nor follows from a published total
/// (docs/indicators.md, "What the public sees"): first every small cell; then, per group with a
/// published total, further members, smallest first, until at least two are hidden and together
/// they count at least k people; where the members cannot do that, the total itself is hidden.
/// Repeats until nothing changes. Ties are broken by the order of the cells, so the result depends
/// on nothing else.
void suppress(std::vector<Cell>& cells, const std::vector<Group>& groups, double k);

}  // namespace metodaktiv::disclosure
