#include "commands/site_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "content/page_figures.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

/// Texts of the project and the region that hold for a municipality's site too; its own content/
/// may replace them.
constexpr std::array<std::string_view, 5> kShared = {"about-data", "accessibility", "iom",
                                                     "privacy", "standard"};

std::vector<content::Page> municipal_pages(const SiteSources& region, const fs::path& folder) {
  std::vector<content::Page> pages = content::load_pages({folder / "content"});
  for (const auto& page : region.pages) {
    const bool shared = std::find(kShared.begin(), kShared.end(), page.name) != kShared.end();
    const bool replaced = std::any_of(pages.begin(), pages.end(),
                                      [&](const auto& own) { return own.name == page.name; });
    if (shared && !replaced) pages.push_back(page);
  }
  std::sort(pages.begin(), pages.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return pages;
}

/// "https://dubna.example.ru" → "https://dubna.example.ru/"; empty when it is no web address.
std::string site_address(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
  return std::string(url) + (url.ends_with('/') ? "" : "/");
}

config::SiteConfig municipal_defaults(const SiteSources& region,
                                      const publication::PublishedMunicipality& municipality) {
  const auto& terms = region.profile.terms;
  const auto* known = region.profile.municipality(municipality.code);
  const bool has_genitive =
      known != nullptr && known->name == municipality.name && !known->name_genitive.empty();
  const auto genitive =
      has_genitive ? known->name_genitive : fmt::format("муниципалитета «{}»", municipality.name);
  config::SiteConfig site;
  site.base_url = site_address(municipality.ums_site);
  if (site.base_url.empty())
    site.base_url = fmt::format("{}municipalities/{}/", region.site.base_url, municipality.code);
  site.title = municipality.ums_name.empty()
                   ? fmt::format("{} {}", base::capitalized(terms.service), genitive)
                   : municipality.ums_name;
  site.short_title = fmt::format("{} · {}", terms.service_short, municipality.name);
  site.description = fmt::format("{} {}: методисты, документы, показатели, банк практик и сроки.",
                                 base::capitalized(terms.service), genitive);
  site.email = municipality.ums_email;
  site.phone = municipality.ums_phone;
  site.address = municipality.ums_address;
  site.accent = region.site.accent;
  return site;
}

}  // namespace

SiteSources region_sources(const fs::path& project, config::RegionProfile profile) {
  SiteSources sources;
  sources.project = project;
  sources.profile = std::move(profile);
  sources.site = config::load_site_config(sources.profile.folder / "site.toml");
  sources.pages = content::load_pages({project / "content", sources.profile.folder / "content"});
  content::check_figures(sources.pages, sources.profile);
  sources.forms = config::load_form_definitions(project / "data" / "forms");
  sources.route_form = config::load_route_form(sources.profile);
  return sources;
}

fs::path municipal_folder(const config::RegionProfile& profile, const std::string& municipality,
                          const fs::path& given) {
  if (given.empty()) return profile.folder / "municipalities" / municipality;
  std::error_code error;
  if (!fs::is_directory(given, error)) {
    throw base::Failure(
        fmt::format("Папки «{}» нет. Укажите в --site папку с site.toml и content/ муниципального "
                    "сайта.",
                    given.string()));
  }
  return given;
}

SiteSources municipal_sources(const SiteSources& region,
                              const publication::PublishedMunicipality& municipality,
                              const fs::path& folder) {
  SiteSources sources{region.project, region.profile, {}, {}, {}, region.route_form};
  sources.site =
      config::load_site_config(folder / "site.toml", municipal_defaults(region, municipality));
  sources.site.owner = municipality.ums_name.empty() ? sources.site.title : municipality.ums_name;
  sources.site.region_title = region.site.title;
  sources.site.region_url = region.site.base_url;
  sources.pages = municipal_pages(region, folder);
  content::check_figures(sources.pages, sources.profile);
  return sources;
}

}  // namespace metodaktiv::commands
