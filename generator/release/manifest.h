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
  std::string registry_checksum;  ///< of the content, independent of the order of rows
};

/// manifest.json: every file with size, SHA-256 and audience ("public" under public/, else
/// "restricted").
std::string manifest_json(const ManifestHeader& header,
                          const std::map<std::string, StagedFile>& files);

}  // namespace metodaktiv::release
