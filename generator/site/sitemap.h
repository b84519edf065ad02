#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/file_sink.h"

namespace metodaktiv::site {

/// The protocol's bound on addresses in one file (sitemaps.org).
inline constexpr std::size_t kSitemapUrls = 50'000;

/// Days of the last change by path.
using LastChanges = std::map<std::string, base::Date, std::less<>>;

/// Writes sitemap.xml with every path once, sorted; beyond `limit` addresses it is an index of
/// sitemap-1.xml, sitemap-2.xml… A page changed on its day in `changed`, all others on the data's.
void write_sitemap(std::string_view base_url, const std::vector<std::string>& paths,
                   base::Date as_of, base::FileSink& sink, std::size_t limit = kSitemapUrls,
                   const LastChanges& changed = {});

}  // namespace metodaktiv::site
