#pragma once

#include <vector>

#include "config/region_profile.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "publication/former_figures.h"
#include "publication/people_counts.h"

namespace metodaktiv::publication {

/// The figures, form 1 and distributions as the public may see them (docs/indicators.md, "What the
/// public sees").
struct Disclosed {
  std::vector<indicators::Figure> figures;  ///< order as in the results
  std::vector<indicators::Form1> form1;
  std::vector<indicators::Distribution> distributions;  ///< the public ones
  std::size_t given_away = 0;  ///< small counts that follow from what `former` published
};

/// Disclosure control over all of them together: what counts people and must be hidden has its
/// numbers emptied; figures also get the status `suppressed`. `former`: the publication before this
/// one, read together with it. Failure when the profile gives two
/// different counts the same population.
Disclosed disclose(const indicators::Results& results, const config::RegionProfile& profile,
                   std::vector<indicators::Form1> form1,
                   const std::vector<indicators::Distribution>& distributions,
                   const FormerFigures& former = {});

}  // namespace metodaktiv::publication
