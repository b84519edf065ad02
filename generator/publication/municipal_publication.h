#pragma once

#include <filesystem>
#include <string>

namespace metodaktiv::publication {

struct MunicipalPublicationInput {
  std::filesystem::path region_file;  ///< publication.db of the region
  std::filesystem::path script;       ///< data/municipality.sql; history.sql lies beside it
  std::string municipality;           ///< code
  std::string site_url;               ///< of the municipality's site
};

/// Writes the part of a region's publication that one municipality's site is made from: a database
/// of the same layout, with `municipality` in its table about. `file` must not exist. Failure names
/// what went wrong.
void write_municipal_publication(const MunicipalPublicationInput& input,
                                 const std::filesystem::path& file);

}  // namespace metodaktiv::publication
