#pragma once

#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/options.h"
#include "config/form_definition.h"
#include "import/import.h"

namespace metodaktiv::commands {

/// `import`: workbooks, CSV files and folders of them into the registry; all or nothing, or with
/// --partial the rows without errors.
class ImportCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  [[nodiscard]] import::ImportOptions options(
      const std::vector<config::FormDefinition>& forms) const;

  CommonOptions common_;
  std::vector<std::string> paths_;
  std::string municipality_;
  std::string remarks_;
  std::string encoding_;
  std::string separator_;
  bool check_ = false;
  bool partial_ = false;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
