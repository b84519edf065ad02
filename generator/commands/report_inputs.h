#pragma once

#include <filesystem>
#include <string>

#include "base/date.h"

namespace metodaktiv::commands {

/// Checksum over the project's files that reports depend on: names and contents of everything under
/// data/ (profiles, forms, checks, queries) and templates/reports/. Hidden files do not count.
std::string report_files_checksum(const std::filesystem::path& project);

/// Checksum of the program that runs: its own file and the libraries it has loaded. A program built
/// anew, or a library that was updated, may write other bytes from the same data.
std::string program_checksum();

/// Everything the reports of a build are made from.
struct ReportInputs {
  std::string registry_checksum;
  std::string files_checksum;
  std::string program_checksum;
  std::string program_version;
  std::string region;
  std::string municipality;  ///< empty: all of the region
  base::Date as_of;

  /// 64 hexadecimal digits, equal only when all of it is equal: manifest.json, reports_inputs.
  [[nodiscard]] std::string fingerprint() const;
};

}  // namespace metodaktiv::commands
