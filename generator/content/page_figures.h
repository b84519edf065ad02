#pragma once

#include <vector>

#include "config/region_profile.h"
#include "content/page.h"

namespace metodaktiv::content {

/// Checks the indicators and distributions that pages ask for in their heads. Failure lists, with
/// file and line, every one that the profile does not have, and distributions that are not public.
void check_figures(const std::vector<Page>& pages, const config::RegionProfile& profile);

}  // namespace metodaktiv::content
