#pragma once

#include <vector>

#include "indicators/distribution.h"

namespace metodaktiv::publication {

/// The public distributions as the public may see them: those that count people go through
/// disclosure control — every count and every total, so that no small count follows from the row of
/// a place, from the territories or from the region.
std::vector<indicators::Distribution> disclosed_distributions(
    const std::vector<indicators::Distribution>& distributions, int k);

}  // namespace metodaktiv::publication
