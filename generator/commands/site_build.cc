#include "commands/site_build.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "forms/route_blank.h"
#include "publication/publication.h"
#include "registry/database.h"
#include "release/link_check.h"
#include "site/feeds.h"
#include "site/hosting_files.h"
#include "site/open_data.h"
#include "site/xml_text.h"

namespace metodaktiv::commands {

namespace fs = std::filesystem;

SiteBuild::SiteBuild(const fs::path& out, const std::vector<fs::path>& keep, unsigned jobs,
                     StageClock& clock)
    : staging_(out, keep),
      public_(staging_, "public"),
      restricted_(staging_, "reports"),
      hosting_(staging_, "hosting"),
      jobs_(jobs),
      clock_(clock) {}

fs::path SiteBuild::publication_file() { return public_.scratch(publication::kPublicationPath); }

fs::path SiteBuild::aside(std::string_view name) {
  aside_.push_back(staging_.scratch(name));
  return aside_.back();
}

site::SiteSummary SiteBuild::write_public(const SiteSources& sources, base::Date as_of,
                                          const std::string& municipality,
                                          const fs::path& region_publication) {
  const auto file = publication_file();
  std::vector<std::string> page_paths;
  const auto summary = site::write_site(
      {file, sources.profile, sources.site, sources.project / "templates", sources.pages,
       sources.project / "node_modules", jobs_, sources.forms, municipality, region_publication},
      public_, page_paths);
  {
    registry::Database publication(file, registry::Database::Mode::kReadOnly);
    site::write_open_data(publication, sources.profile, sources.site, public_);
    site::write_feeds({publication, sources.profile, sources.site, sources.pages, page_paths},
                      public_);
  }
  site::write_hosting_files(sources.project / "templates", sources.site, public_, hosting_);
  public_.adopt(publication::kPublicationPath);
  forms::write_route_downloads(sources.profile, sources.route_form, as_of, public_);
  clock_.stage("сайт");
  return summary;
}

std::vector<std::string> SiteBuild::public_paths() const {
  std::vector<std::string> paths;
  constexpr std::string_view kPublic = "public/";
  for (const auto& [path, file] : staging_.files()) {
    if (path.starts_with(kPublic)) paths.push_back(path.substr(kPublic.size()));
  }
  return paths;
}

void SiteBuild::check_links(const config::SiteConfig& site) {
  stop_if_any(
      release::check_links(public_root(), public_paths(), jobs_, site::root_path(site.base_url)),
      "Сайт не опубликован: есть неверные ссылки.");
  clock_.stage("проверка ссылок");
}

void SiteBuild::publish(const release::ManifestHeader& header) {
  const auto files = staging_.files();
  staging_.write("manifest.json", release::manifest_json(header, files));
  for (const auto& file : aside_) fs::remove(file);
  staging_.publish();
  clock_.stage("публикация");
}

void stop_if_any(const base::Findings& findings, std::string_view headline) {
  if (!findings.has_errors()) return;
  constexpr std::size_t kShown = 50;
  const auto list = findings.sorted();
  std::string text(headline);
  for (std::size_t i = 0; i < std::min(kShown, list.size()); ++i)
    text += "\n  " + base::to_text(list[i]);
  if (list.size() > kShown) text += fmt::format("\n  … и ещё {}.", list.size() - kShown);
  throw base::Failure(text);
}

}  // namespace metodaktiv::commands
