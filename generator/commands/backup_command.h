#pragma once

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `backup`: a verified copy of the registry, and the way back from one.
class BackupCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  int save() const;
  int restore() const;

  CommonOptions common_;
  std::string out_, restore_;
};

}  // namespace metodaktiv::commands
