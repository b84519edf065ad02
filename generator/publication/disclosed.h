#pragma once

#include <vector>

#include "config/region_profile.h"
#include "indicators/forms.h"
#include "indicators/results.h"

namespace metodaktiv::publication {

/// The figures as the public may see them: those that count people go through disclosure control,
/// their numbers emptied and their status set to suppressed where needed. Order as in `results`.
std::vector<indicators::Figure> disclosed_figures(const indicators::Results& results,
                                                  const config::RegionProfile& profile);

/// Form 1 with small teacher counts (and the recommended numbers that follow from them) emptied.
std::vector<indicators::Form1> disclosed_form1(std::vector<indicators::Form1> forms, int k);

}  // namespace metodaktiv::publication
