#pragma once

#include "config/region_profile.h"
#include "import/column_rule.h"

namespace metodaktiv::import {

/// The lists of a region's profile under the names that data/forms/*.toml use in `profile_values`:
/// levels, roles, directions, document_kinds, functions.
ProfileKeys profile_keys(const config::RegionProfile& profile);

}  // namespace metodaktiv::import
