#pragma once

#include <cstdint>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `journal`: the imports that wrote a registry, what one of them changed, and taking one back.
class JournalCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  int list() const;
  int show() const;
  int undo() const;

  CommonOptions common_;
  std::int64_t show_ = 0;
  std::int64_t undo_ = 0;
  bool json_ = false;
};

}  // namespace metodaktiv::commands
