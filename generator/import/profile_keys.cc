#include "import/profile_keys.h"

#include "config/profile_lists.h"

namespace metodaktiv::import {

ProfileKeys profile_keys(const config::RegionProfile& profile) {
  return {config::profile_lists(profile)};
}

}  // namespace metodaktiv::import
