#include "site/feeds.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/about_table.h"
#include "site/atom_feed.h"
#include "site/calendar_files.h"
#include "site/content_view.h"
#include "site/paths.h"
#include "site/sitemap.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

/// Texts that say their day: news, editorial pages with `updated`, practices with a review.
LastChanges last_changes(const FeedInput& input, base::Date as_of) {
  LastChanges changed;
  const auto put = [&](const std::string& path, std::string_view day) {
    const auto date = base::Date::parse_iso(day);
    if (!date) return;
    const auto [at, fresh] = changed.emplace(path, std::min(*date, as_of));
    if (!fresh) at->second = std::max(at->second, std::min(*date, as_of));
  };
  for (const auto& page : input.contents) {
    put(content_path(page.name), page.date);
    put(content_path(page.name), page.updated);
  }
  auto query = input.publication.prepare(
      "SELECT slug, reviewed_on FROM practices WHERE reviewed_on IS NOT NULL",
      "дни практик для карты сайта");
  while (query.next()) put(paths::practice(query.text(0)), query.text(1));
  return changed;
}

}  // namespace

void write_feeds(const FeedInput& input, base::FileSink& sink) {
  const base::Date as_of = about_as_of(input.publication);
  write_sitemap(input.site.base_url, input.page_paths, as_of, sink, kSitemapUrls,
                last_changes(input, as_of));
  sink.write("feed.xml", atom_feed(input, as_of));
  sink.write("robots.txt", fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\n",
                                       absolute_url(input.site.base_url, "sitemap.xml")));
  write_calendars(input, as_of, sink);
}

}  // namespace metodaktiv::site
