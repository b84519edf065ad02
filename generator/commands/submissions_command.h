#pragma once

#include <string>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `submissions`: who has returned the collection form, who is late, letters to all of them.
class SubmissionsCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  std::string inbox_;
  std::string letters_;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
