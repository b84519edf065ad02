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
};

/// Failure lists what is wrong with file and line.
SiteConfig load_site_config(const std::filesystem::path& file);

}  // namespace metodaktiv::config
