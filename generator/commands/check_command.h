#pragma once

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `check`: what is wrong or missing in a registry, with the fix. Exit 1 on errors, with --strict
/// on warnings.
class CheckCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  bool strict_ = false;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
