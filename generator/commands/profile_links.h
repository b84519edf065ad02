#pragma once

#include <filesystem>
#include <vector>

#include "base/finding.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "content/page.h"

namespace metodaktiv::commands {

/// Warnings about links of the texts and templates to pages that the site will not have: an
/// editorial page nobody has written, an indicator or a distribution the profile lacks. Pages that
/// depend on the registry are left to the build.
base::Findings check_profile_links(const std::filesystem::path& templates,
                                   const config::RegionProfile& profile,
                                   const std::vector<content::Page>& pages,
                                   const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::commands
