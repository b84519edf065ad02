#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

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
  /// Checksum of everything the reports were made from; empty: not known, or no reports.
  std::string reports_inputs = {};
};

/// manifest.json: every file with size, SHA-256 and audience: "public" under public/, "hosting"
/// (for who runs the web server) under hosting/, else "restricted".
std::string manifest_json(const ManifestHeader& header,
                          const std::map<std::string, StagedFile>& files);

/// The reports of a former build as its manifest tells of them.
struct FormerReports {
  std::string inputs;                       ///< reports_inputs; may be empty
  std::map<std::string, StagedFile> files;  ///< under reports/, by path in the tree
};

/// Reads them from the text of a manifest.json; empty when the text is none of ours or damaged.
std::optional<FormerReports> former_reports(std::string_view manifest);

}  // namespace metodaktiv::release
