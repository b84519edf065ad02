#pragma once

#include <filesystem>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "commands/site_build.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/inspection.h"
#include "release/manifest.h"
#include "reports/reports.h"

namespace metodaktiv::commands {

/// What the reports of a build from the registry are made from, besides the figures. The references
/// must outlive the stage.
struct ReportSources {
  std::filesystem::path registry_file;
  std::filesystem::path project;
  std::string files_checksum;  ///< report_files_checksum(), taken before the profile was read
  const config::RegionProfile& profile;
  const std::vector<config::FormDefinition>& forms;
  base::Date as_of;
  std::string municipality;  ///< empty: all of the region
  std::filesystem::path out;
  unsigned jobs = 1;
};

/// The figures, as the reports take them: exact.
struct ReportFigures {
  const indicators::Results& results;
  const std::vector<indicators::Form1>& form1;
  const std::vector<indicators::Form2Row>& form2;
  const std::vector<indicators::Distribution>& distributions;
};

/// The restricted reports of a build: written, or taken over from the site that stands there when
/// they were made from the very same inputs and nobody has touched them.
///
/// Which of the two is found out in the background, beside the other stages: the registry's
/// checksum, the former manifest, the former files, and, when it comes to writing, the inspection.
class ReportStage {
 public:
  ReportStage(ReportSources sources, SiteBuild& build);
  ReportStage(const ReportStage&) = delete;
  ReportStage& operator=(const ReportStage&) = delete;

  /// Puts reports/ into the new tree.
  void write(const ReportFigures& figures);
  /// Packs them for sending; after write().
  void pack();
  /// What became of them, for the user; after write().
  void print_summary() const;

  /// After write().
  [[nodiscard]] const std::string& registry_checksum() const { return found_.registry_checksum; }
  /// For the manifest; empty when the project's files changed meanwhile, so that the next build
  /// writes the reports anew. After write().
  [[nodiscard]] std::string inputs() const;

 private:
  /// What the background work finds out.
  struct Found {
    std::string registry_checksum;
    std::string inputs;
    std::map<std::string, release::StagedFile> former;  ///< to be taken over; empty: write anew
    std::optional<quality::Inspection> inspection;      ///< for writing anew
  };
  [[nodiscard]] Found find_out() const;

  ReportSources sources_;
  SiteBuild& build_;
  Found found_;
  reports::ReportSummary written_;
  std::future<Found> finding_;  ///< last: its end is awaited before the rest is gone
};

}  // namespace metodaktiv::commands
