#include "site/sitemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "site/paths.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// <urlset> of <url>, or <sitemapindex> of <sitemap>.
std::string listing(std::string_view list, std::string_view entry, std::string_view base_url,
                    std::span<const std::string> paths, base::Date as_of,
                    const LastChanges& changed) {
  std::string out(kHead);
  out += fmt::format("<{} xmlns=\"{}\">\n", list, kNamespace);
  for (const auto& path : paths) {
    const auto day = changed.find(path);
    // The home page's canonical address is the folder's.
    const auto address = path == paths::kHome ? std::string_view() : std::string_view(path);
    out += fmt::format("<{0}><loc>{1}</loc><lastmod>{2}</lastmod></{0}>\n", entry,
                       xml_text(absolute_url(base_url, address)),
                       (day == changed.end() ? as_of : day->second).iso());
  }
  out += fmt::format("</{}>\n", list);
  return out;
}

}  // namespace

void write_sitemap(std::string_view base_url, const std::vector<std::string>& paths,
                   base::Date as_of, base::FileSink& sink, std::size_t limit,
                   const LastChanges& changed) {
  const std::set<std::string> unique(paths.begin(), paths.end());
  const std::vector<std::string> sorted(unique.begin(), unique.end());
  if (sorted.size() <= limit) {
    sink.write("sitemap.xml", listing("urlset", "url", base_url, sorted, as_of, changed));
    return;
  }
  std::vector<std::string> files;
  for (std::size_t from = 0; from < sorted.size(); from += limit) {
    const auto part = std::span(sorted).subspan(from, std::min(limit, sorted.size() - from));
    files.push_back(fmt::format("sitemap-{}.xml", files.size() + 1));
    sink.write(files.back(), listing("urlset", "url", base_url, part, as_of, changed));
  }
  sink.write("sitemap.xml", listing("sitemapindex", "sitemap", base_url, files, as_of, {}));
}

}  // namespace metodaktiv::site
