#pragma once

#include <string>
#include <vector>

#include "base/file_sink.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "content/page.h"
#include "registry/database.h"

namespace metodaktiv::site {

/// What machines follow the site by is made from.
struct FeedInput {
  registry::Database& publication;
  const config::RegionProfile& profile;
  const config::SiteConfig& site;
  const std::vector<content::Page>& contents;  ///< those named "news/…" enter the feed
  const std::vector<std::string>&
      page_paths;  ///< for the sitemap: "index.html", "news/index.html"…
};

/// Writes sitemap.xml, feed.xml, robots.txt, calendar/_region.ics and calendar/<municipality>.ics.
/// Every date comes from the data, none from the clock.
void write_feeds(const FeedInput& input, base::FileSink& sink);

}  // namespace metodaktiv::site
