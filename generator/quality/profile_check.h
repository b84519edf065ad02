#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/date.h"
#include "base/finding.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "content/page.h"
#include "quality/check.h"

namespace metodaktiv::quality {

/// A region's profile, as far as it could be read, and everything that is wrong with it.
struct ProfileCheck {
  config::RegionProfile profile;
  config::SiteConfig site;
  std::vector<content::Page> pages;
  std::vector<Check> checks;
  base::Findings findings;
};

/// Runs `read`; what it throws becomes findings: all of an InvalidData, else one that names `file`.
void collect(base::Findings& findings, const std::filesystem::path& file,
             const std::function<void()>& read);

/// Reads profile.toml, functions.toml, indicators.toml, map.toml, site.toml, checks.toml and the
/// pages of `project`/data/regions/`region`, and runs every criterion, indicator, distribution and
/// check over a registry in memory that holds the profile's municipalities and nothing else. Errors
/// stop a build or a check; warnings are what a reader of the site would stumble over. Failure only
/// when there is no such profile.
ProfileCheck check_profile(const std::filesystem::path& project, const std::string& region,
                           const std::vector<config::FormDefinition>& forms, base::Date as_of);

}  // namespace metodaktiv::quality
