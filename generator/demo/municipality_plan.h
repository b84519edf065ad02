#pragma once

#include <vector>

#include "config/region_profile.h"
#include "demo/municipality.h"
#include "demo/region_settings.h"

namespace metodaktiv::demo {

/// Which municipalities a region of this scale has and how many teachers each gets. Above scale 1
/// the profile's municipalities repeat with a number («Название (2)», "code-2"); below 1 all of
/// them stay and get fewer people, at least one.
std::vector<Municipality> plan_municipalities(const config::RegionProfile& profile,
                                              const RegionSettings& settings, double scale,
                                              std::uint64_t seed);

}  // namespace metodaktiv::demo
