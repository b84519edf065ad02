#pragma once

#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `import`: files and folders of tables into the registry, all or nothing.
class ImportCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  std::vector<std::string> paths_;
  bool check_ = false;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
