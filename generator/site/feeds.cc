#include "site/feeds.h"

#include <fmt/format.h>

#include "site/about_table.h"
#include "site/atom_feed.h"
#include "site/calendar_files.h"
#include "site/sitemap.h"
#include "site/xml_text.h"

namespace metodaktiv::site {

void write_feeds(const FeedInput& input, base::FileSink& sink) {
  const base::Date as_of = about_as_of(input.publication);
  write_sitemap(input.site.base_url, input.page_paths, as_of, sink);
  sink.write("feed.xml", atom_feed(input, as_of));
  sink.write("robots.txt", fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\n",
                                       absolute_url(input.site.base_url, "sitemap.xml")));
  write_calendars(input, as_of, sink);
}

}  // namespace metodaktiv::site
