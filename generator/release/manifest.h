#pragma once

#include <map>
#include <string>

#include "release/staging.h"

namespace metodaktiv::release {

struct ManifestHeader {
  std::string program_version;
  std::string region;
  std::string as_of;  ///< ISO date
  std::string school_year;
  std::string registry_checksum;  ///< of the content, independent of the order of rows; or empty
  std::string publication_checksum = {};  ///< of the file the site was made from, or empty
  std::string municipality = {};          ///< whose own site this is; empty: the region's
};

/// manifest.json: every file with size, SHA-256 and audience: "public" under public/, "hosting"
/// (for who runs the web server) under hosting/, else "restricted".
std::string manifest_json(const ManifestHeader& header,
                          const std::map<std::string, StagedFile>& files);

}  // namespace metodaktiv::release
