#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "config/region_profile.h"

namespace metodaktiv::config {

/// The lists of a region's profile under the names that data/forms/*.toml use in `profile_values`:
/// levels, roles, directions, document_kinds, functions. A function's title begins with its number,
/// by which people know it: «1.1.1 Анализ результатов…».
std::map<std::string, std::vector<AllowedValue>> profile_lists(const RegionProfile& profile);

}  // namespace metodaktiv::config
