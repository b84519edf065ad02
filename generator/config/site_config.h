#pragma once

#include <filesystem>
#include <string>

namespace metodaktiv::config {

/// data/regions/<code>/site.toml: how the public site presents itself.
struct SiteConfig {
  std::string base_url;  ///< absolute, ends with '/': canonical links, sitemap, feed
  std::string title;
  std::string short_title;
  std::string description;
  std::string email, phone, address;
  std::string accent;  ///< accent colour "#rrggbb"

  // Of a municipality's own site alone:
  std::string owner;         ///< who runs it; empty: the operator of the region's profile
  std::string region_title;  ///< the region's site
  std::string region_url;
};

/// Failure lists what is wrong with file and line.
SiteConfig load_site_config(const std::filesystem::path& file);

/// The same file of a municipality's own site: every key may be missing and is then as in
/// `defaults`. A missing file gives `defaults`.
SiteConfig load_site_config(const std::filesystem::path& file, const SiteConfig& defaults);

}  // namespace metodaktiv::config
