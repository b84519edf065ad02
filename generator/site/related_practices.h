#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "site/model.h"

namespace metodaktiv::site {

/// Finds what to read after a practice. Built once for all pages; afterwards several threads may
/// ask.
class RelatedPractices {
 public:
  explicit RelatedPractices(const Model& model);

  /// Up to `limit` others that share the subject (4 points), the direction (3) or tags (2 each, at
  /// most three count); the same level, kind and municipality add a point each. Best first; equals
  /// as near in time as they can be, so that neighbours lead to different pages. Never two with one
  /// title.
  [[nodiscard]] std::vector<const Practice*> of(const Practice& practice,
                                                std::size_t limit = 4) const;

 private:
  /// Positions in the model's list, ascending, of the practices that share one feature.
  using Positions = std::vector<std::size_t>;

  [[nodiscard]] std::vector<const Positions*> features_of(const Practice& practice) const;

  const Model& model_;
  std::map<const Subject*, Positions> by_subject_;
  std::map<std::string, Positions> by_direction_;
  std::map<std::string, Positions> by_tag_;
};

}  // namespace metodaktiv::site
