#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace metodaktiv::disclosure {

/// Σ coefficient × quantity = 0, as everybody knows from the definitions of the figures.
struct Equation {
  std::vector<std::pair<std::size_t, double>> terms;  ///< quantity, coefficient
};

/// What a reader of everything published can reason with: counts of people, the equations between
/// them and which of them are public. Quantities count from 0 and are never negative.
struct CountSystem {
  std::vector<double> values;               ///< exact, by quantity
  std::vector<Equation> equations;          ///< true for `values`
  std::vector<std::size_t> given = {};      ///< known from elsewhere, whatever is hidden
  std::vector<std::size_t> sensitive = {};  ///< quantities that count few people: to be protected
};

/// What follows for one quantity: least ≤ value ≤ most.
struct Interval {
  double least = 0;
  double most = 0;
};

}  // namespace metodaktiv::disclosure
