#pragma once

#include <filesystem>
#include <string>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

class StageClock;

/// `build`: registry → publication.db → site; registry → reports; checked and swapped in as a
/// whole. With --from a region's publication.db stands in place of the registry; with
/// --municipality the site is that municipality's own.
class BuildCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  /// UsageError when the options do not go together.
  void check_usage() const;
  void build_from_registry(unsigned jobs, StageClock& clock) const;

  CommonOptions common_;
  std::string from_;
  std::string municipality_;
  std::string site_;
  std::string out_ = "site";
  unsigned jobs_ = 0;
  bool timings_ = false;
};

}  // namespace metodaktiv::commands
