#pragma once

#include <cstdint>
#include <filesystem>

#include "base/date.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::demo {

struct DemoOptions {
  double scale =
      1;  ///< 1 = the region's real size; above: more municipalities, below: fewer people
  std::uint64_t seed = 1;  ///< the same seed gives the same region
  base::Date today;        ///< the last of the three school years contains it
};

/// Fills an empty registry with a made-up region: people, organizations and three school years of
/// work. The lists come from `data_folder`/demo, the sizes from demo.toml beside the profile.
/// Municipality by municipality, one transaction each; memory does not grow with the scale. Failure
/// when the registry holds rows already, when the scale is not within 0.001…1000, or when the lists
/// are wrong (all errors with file and line).
void make_demo(registry::Database& registry, const config::RegionProfile& profile,
               const std::filesystem::path& data_folder, const DemoOptions& options);

}  // namespace metodaktiv::demo
