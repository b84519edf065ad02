#pragma once

#include <filesystem>

#include "base/finding.h"
#include "config/region_profile.h"
#include "config/standard.h"

namespace metodaktiv::config {

/// functions.toml: the functions table of the standard. What is wrong goes to `findings`.
Standard read_standard(const std::filesystem::path& file, base::Findings& findings);

/// indicators.toml of profile.folder and the SQL files it names, into `profile`.
void read_indicators(RegionProfile& profile, base::Findings& findings);

}  // namespace metodaktiv::config
