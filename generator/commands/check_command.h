#pragma once

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `check`: what is wrong or missing in a registry or, with --profile, in a region's profile, with
/// the fix. Exit 1 on errors, with --strict on warnings.
class CheckCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  [[nodiscard]] int check_registry() const;
  [[nodiscard]] int check_profile() const;
  [[nodiscard]] bool fails(std::size_t errors, std::size_t warnings) const;

  CommonOptions common_;
  bool profile_ = false;
  bool strict_ = false;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
