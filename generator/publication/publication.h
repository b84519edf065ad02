#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"

namespace metodaktiv::publication {

/// Name of the database inside the public tree.
inline constexpr std::string_view kPublicationPath = "data/publication.db";

struct PublicationInput {
  std::filesystem::path registry_file;
  std::filesystem::path allow_list;  ///< data/publication.sql
  const config::RegionProfile& profile;
  const indicators::Results& results;           ///< exact; disclosure control happens here
  const std::vector<indicators::Form1>& form1;  ///< exact
  const std::vector<indicators::Distribution>& distributions;  ///< exact
  base::Date as_of;
  std::string program_version;
  std::string site_url;  ///< of the site that is being made: consents name sites
  /// publication.db of the build before this one, which the public has seen; empty: none
  std::filesystem::path former = {};
  std::string region_url = {};  ///< of the region's site, when site_url is a municipality's
};

/// Writes a new publication.db: the allow-list's rows, indicators, form 1 and distributions
/// after disclosure
/// control. The only way from the registry to anything public. `file` must not exist. Returns how
/// many small counts follow from what `former` had published already. Failure names what went
/// wrong.
std::size_t write_publication(const PublicationInput& input, const std::filesystem::path& file);

}  // namespace metodaktiv::publication
