#pragma once

#include <cstdint>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `demo`: writes a registry of a made-up region.
class DemoCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CommonOptions common_;
  double scale_ = 1;
  std::uint64_t seed_ = 1;
};

}  // namespace metodaktiv::commands
