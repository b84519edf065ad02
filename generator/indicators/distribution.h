#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "indicators/figure.h"

namespace metodaktiv::indicators {

/// The counts of one place, one per answer of the definition.
struct DistributionRow {
  Scope scope = Scope::kMunicipality;
  std::string code;
  std::string name;
  std::string territory;                         ///< of a municipality; may be empty
  std::vector<std::optional<long long>> counts;  ///< empty: suppressed
  std::optional<long long> total;                ///< of all answers; empty: suppressed
};

/// A distribution of the school year of the build: the region first, then territories, then
/// municipalities by code.
struct Distribution {
  const config::DistributionDefinition* definition = nullptr;
  std::vector<DistributionRow> rows;
};

/// Share of a count among all answers of its place: "21,3 %"; "—" when either is unknown or the
/// total is 0.
std::string shown_share(const std::optional<long long>& count,
                        const std::optional<long long>& total);

/// Runs the profile's distributions over the registry, on a connection of its own. Failure names
/// the SQL file that is wrong: other columns than municipality, key, count; an unknown municipality
/// or key; a pair twice.
std::vector<Distribution> distributions(const std::filesystem::path& registry_file,
                                        const config::RegionProfile& profile, base::Date as_of);

}  // namespace metodaktiv::indicators
