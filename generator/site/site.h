#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file_sink.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "content/page.h"

namespace metodaktiv::site {

struct SiteInput {
  std::filesystem::path publication_file;
  const config::RegionProfile& profile;
  const config::SiteConfig& site;
  std::filesystem::path templates_folder;  ///< *.html and assets/
  std::vector<content::Page> pages;        ///< editorial pages
  std::filesystem::path vendor_folder;     ///< node_modules: the font
  unsigned jobs = 1;
  std::vector<config::FormDefinition> forms = {};  ///< for the help pages; empty: none are made
  /// Code of the municipality whose own site this is, and the publication of the whole region to
  /// compare it with; `publication_file` is then the municipality's. Empty: the region's site.
  std::string municipality = {};
  std::filesystem::path region_publication = {};
};

struct SiteSummary {
  std::size_t pages = 0;
  std::size_t assets = 0;
};

/// Writes every page and asset of the public site; open data, feeds and the sitemap are others'
/// work. `page_paths` receives the pages for the sitemap, sorted. Failure names the template, asset
/// or table that is missing or wrong. The result does not depend on `jobs`.
SiteSummary write_site(const SiteInput& input, base::FileSink& sink,
                       std::vector<std::string>& page_paths);

}  // namespace metodaktiv::site
