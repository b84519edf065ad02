#pragma once

#include <filesystem>
#include <string>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `build`: registry → publication.db → site; registry → reports; checked and swapped in as a
/// whole.
class BuildCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  std::string out_ = "site";
  unsigned jobs_ = 0;
  bool timings_ = false;
};

}  // namespace metodaktiv::commands
