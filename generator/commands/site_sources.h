#pragma once

#include <filesystem>
#include <vector>

#include "config/form_definition.h"
#include "config/region_profile.h"
#include "config/route_form.h"
#include "config/site_config.h"
#include "content/page.h"
#include "publication/published.h"

namespace metodaktiv::commands {

/// What a site is made from besides its publication: settings, texts, templates.
struct SiteSources {
  std::filesystem::path project;
  config::RegionProfile profile;
  config::SiteConfig site;
  std::vector<content::Page> pages;
  std::vector<config::FormDefinition> forms;  ///< for the help pages
  config::RouteForm route_form;
};

/// Of the region's site. Failure lists what is wrong in the files.
SiteSources region_sources(const std::filesystem::path& project, config::RegionProfile profile);

/// Folder of a municipality's own site: site.toml and content/ (docs/outputs.md). `given` is the
/// one of --site, which must exist; without it the place in the region's profile, which may be
/// missing.
std::filesystem::path municipal_folder(const config::RegionProfile& profile,
                                       const std::string& municipality,
                                       const std::filesystem::path& given);

/// Of a municipality's own site: what `folder` says, for the rest the service's data in the
/// publication and the region's colour; its own texts beside those that hold for every site.
SiteSources municipal_sources(const SiteSources& region,
                              const publication::PublishedMunicipality& municipality,
                              const std::filesystem::path& folder);

}  // namespace metodaktiv::commands
