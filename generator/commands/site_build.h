#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "commands/site_sources.h"
#include "commands/stage_clock.h"
#include "release/manifest.h"
#include "release/staging.h"
#include "site/site.h"

namespace metodaktiv::commands {

/// The way every site goes, whatever it is made from: staged beside the live one, written, checked,
/// swapped in as a whole.
class SiteBuild {
 public:
  /// `keep`: what must survive, so may not lie in what is replaced. Failure as release::Staging.
  SiteBuild(const std::filesystem::path& out, const std::vector<std::filesystem::path>& keep,
            unsigned jobs, StageClock& clock);

  /// Where the site's publication.db is to be written before write_public().
  [[nodiscard]] std::filesystem::path publication_file();
  /// A file of the build's own that does not become part of the site.
  [[nodiscard]] std::filesystem::path aside(std::string_view name);

  /// Everything under public/ from publication_file(). For a municipality's site `municipality` is
  /// its code and `region_publication` the publication to compare it with.
  site::SiteSummary write_public(const SiteSources& sources, base::Date as_of,
                                 const std::string& municipality = {},
                                 const std::filesystem::path& region_publication = {});

  [[nodiscard]] base::FileSink& reports() { return restricted_; }
  [[nodiscard]] std::filesystem::path public_root() const { return staging_.root() / "public"; }
  [[nodiscard]] std::vector<std::string> public_paths() const;

  /// Failure lists the wrong links.
  void check_links(const config::SiteConfig& site);
  /// Writes the manifest and swaps the trees.
  void publish(const release::ManifestHeader& header);

  [[nodiscard]] const release::Staging& staging() const { return staging_; }
  [[nodiscard]] release::Staging& staging() { return staging_; }

 private:
  release::Staging staging_;
  release::StagingFolder public_, restricted_, hosting_;
  std::vector<std::filesystem::path> aside_;
  unsigned jobs_;
  StageClock& clock_;
};

/// Stops the publication when there are findings: lists them, the first ones in full.
void stop_if_any(const base::Findings& findings, std::string_view headline);

}  // namespace metodaktiv::commands
