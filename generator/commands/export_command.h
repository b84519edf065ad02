#pragma once

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `export`: the registry as a folder of CSV files in the interchange format.
class ExportCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  std::string out_;
};

}  // namespace metodaktiv::commands
