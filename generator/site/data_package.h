#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/date.h"
#include "config/region_profile.h"
#include "config/site_config.h"

namespace metodaktiv::site {

/// datapackage.json: the Frictionless Data description of the open data files. `bytes` holds each
/// resource's file size by its name; `municipality` is the code of the one the data are of, empty:
/// the region's.
std::string data_package_json(const config::RegionProfile& profile, const config::SiteConfig& site,
                              base::Date as_of, const std::map<std::string, std::size_t>& bytes,
                              const std::string& municipality = {});

}  // namespace metodaktiv::site
