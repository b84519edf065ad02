#pragma once

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `withdraw`: records that a methodist has withdrawn consent and says what is left to do; without
/// a code, who has and by when the site must no longer show them.
class WithdrawCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  [[nodiscard]] int list() const;
  [[nodiscard]] int record() const;

  CommonOptions common_;
  std::string code_, date_, site_ = "site";
};

}  // namespace metodaktiv::commands
