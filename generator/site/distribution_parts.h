#pragma once

#include <string>

#include "site/distribution.h"
#include "site/views.h"

/// What pages show of a distribution.
namespace metodaktiv::site {

/// The bars of one place for share_items.html, included at SHARE_ITEMS: every answer with its
/// count, share and note. Nothing when the place is nullptr or has no answers at all.
void fill_shares(Dict dict, const Distribution& distribution, const DistributionRow* row);

/// NO_ANSWERS, or the sum of a place's answers as SUM; nothing when it is hidden.
void fill_sum(Dict dict, const DistributionRow* row);

/// DISTRIBUTIONS with an entry per distribution for the index of indicators, or nothing.
void fill_distribution_index(Dict dict, const Context& context);

/// DISTRIBUTIONS with the counts of one municipality; true when a cell is hidden.
bool fill_municipal_distributions(Dict dict, const std::string& municipality,
                                  const Context& context);

}  // namespace metodaktiv::site
