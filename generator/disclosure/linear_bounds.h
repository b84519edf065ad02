#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "disclosure/count_system.h"

namespace metodaktiv::disclosure {

/// How narrowly linear reasoning bounds the unknown quantities of a system: the least and the most
/// that each can be when all equations hold and no count is negative (linear programming, GLPK).
/// Sound for an outsider who knows every published number and every definition; that counts are
/// whole is not used.
class LinearBounds {
 public:
  /// `known`: by quantity, what is public. Both arguments must outlive the object.
  LinearBounds(const CountSystem& system, const std::vector<bool>& known);
  ~LinearBounds();
  LinearBounds(const LinearBounds&) = delete;
  LinearBounds& operator=(const LinearBounds&) = delete;

  /// The part of the system that the quantity belongs to: parts do not bear on each other.
  [[nodiscard]] std::size_t component(std::size_t quantity) const { return root_[quantity]; }
  /// Infinity for `most` where nothing limits it. A known quantity is its own bound.
  Interval of(std::size_t quantity);
  /// Whether it can be `level` or more (most), or `level` or less.
  bool reaches(std::size_t quantity, double level, bool most);
  /// Equations that hold the least (or the most) of the quantity where it is: to loosen it, another
  /// of their known quantities must become unknown. Empty for a most without limit.
  std::vector<std::size_t> holding(std::size_t quantity, bool most);

 private:
  class Component;
  Component& component_of(std::size_t quantity);

  const CountSystem& system_;
  const std::vector<bool>& known_;
  std::vector<std::size_t> root_;  ///< by quantity: the component it belongs to
  std::map<std::size_t, std::unique_ptr<Component>> components_;
  std::map<std::size_t, std::vector<std::size_t>> equations_;   ///< by component
  std::map<std::size_t, std::vector<std::size_t>> quantities_;  ///< by component, unknown ones
};

}  // namespace metodaktiv::disclosure
