#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/options.h"

namespace metodaktiv::commands {

/// `forms`: a collection workbook per municipality, prefilled from the registry.
class FormsCommand : public Command {
 public:
  void setup(CLI::App& app) override;
  int run() override;

 private:
  [[nodiscard]] base::Date due(const config::RegionProfile& profile, base::Date as_of) const;

  CommonOptions common_;
  std::string out_;
  std::vector<std::string> municipalities_;
  std::vector<std::string> tables_;
  std::string due_;
  unsigned jobs_ = 0;
  bool no_record_ = false;
  bool overwrite_ = false;
};

}  // namespace metodaktiv::commands
