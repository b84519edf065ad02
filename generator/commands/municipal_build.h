#pragma once

#include <filesystem>
#include <string>

#include "base/date.h"
#include "commands/site_build.h"
#include "commands/site_sources.h"

namespace metodaktiv::commands {

/// Makes public/ of a municipality's own site from the whole region's publication: the
/// municipality's part of it first, then everything else from that part. `former`: the
/// former_publication() whose history goes on in that part; empty: the region's publication brings
/// it, or there is none.
site::SiteSummary write_municipal_site(SiteBuild& build, const SiteSources& sources,
                                       const std::string& municipality,
                                       const std::filesystem::path& region_publication,
                                       base::Date as_of, const std::filesystem::path& former = {});

/// Failure when `out` holds another site than the one to be built there (another region's,
/// another municipality's, the region's own), which the build would replace. With `keep_reports`
/// also when restricted reports lie there: they can only be made from the registry.
void check_former_site(const std::filesystem::path& out, const std::string& region,
                       const std::string& municipality, bool keep_reports);

struct PublicationBuildOptions {
  std::filesystem::path publication;  ///< of the region
  std::filesystem::path project;
  std::filesystem::path out;
  std::filesystem::path site_folder;  ///< --site, or empty
  std::string region;                 ///< --region, or empty
  std::string municipality;           ///< code or name; empty: the region's site
  unsigned jobs = 1;
};

/// `build --from`: the public site of the region or of one municipality without the registry.
/// Restricted reports are not made and leaks cannot be looked for: there is nothing personal to
/// compare with.
void build_from_publication(const PublicationBuildOptions& options, StageClock& clock);

/// What was built, for the user.
void print_site_summary(const site::SiteSummary& site, const SiteBuild& build,
                        const std::filesystem::path& out, base::Date as_of);

}  // namespace metodaktiv::commands
