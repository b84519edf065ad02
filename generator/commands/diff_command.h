#pragma once

#include <string>

#include "changes/report.h"
#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `diff`: what distinguishes two registries, or two publications, of one region; as text, JSON,
/// Markdown and the draft annex to the order that renews the roster.
class DiffCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  /// UsageError when the options do not go together.
  void check_usage() const;
  [[nodiscard]] changes::Changes compare_registries(const config::RegionProfile& profile) const;
  [[nodiscard]] changes::Changes compare_publications(const config::RegionProfile& profile) const;
  /// Writes the files that were asked for: aside first, then all into place.
  void write_files(const changes::Report& report, const config::RegionProfile& profile,
                   base::Date created) const;

  CommonOptions common_;
  std::string before_, after_;
  std::string as_of_before_;
  std::string municipality_;
  std::string markdown_, xlsx_;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
