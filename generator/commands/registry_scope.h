#pragma once

#include <filesystem>
#include <string>

#include "config/region_profile.h"
#include "registry/registry.h"

namespace metodaktiv::commands {

/// Stops a command that was given the profile of one region and the registry of another. A registry
/// does not say whose it is; its municipalities do. Failure names the region to ask for: when the
/// profile knows less than half of them and another one under `regions_folder` knows more. Says
/// nothing of municipalities that no profile knows.
void require_own_region(registry::Database& registry, const config::RegionProfile& profile,
                        const std::filesystem::path& regions_folder);

/// The code of the municipality that --municipality names by its code or name, whatever the case of
/// the letters; empty for an empty name, the name itself while the registry holds no municipality.
/// UsageError for one that the registry does not know, with the code that is most like it.
std::string municipality_code(registry::Database& registry, const std::string& code_or_name);

}  // namespace metodaktiv::commands
