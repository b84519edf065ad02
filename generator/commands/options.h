#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "base/date.h"
#include "config/region_profile.h"

namespace metodaktiv::commands {

/// Options that several commands share, and what follows from them.
class CommonOptions {
 public:
  void add_registry(CLI::App& app, bool required = true);
  void add_region(CLI::App& app);
  void add_as_of(CLI::App& app);
  void add_project(CLI::App& app);

  [[nodiscard]] std::filesystem::path registry() const { return registry_; }
  /// What was given on the command line; empty: nothing.
  [[nodiscard]] const std::string& given_region() const { return region_; }
  [[nodiscard]] const std::string& given_as_of() const { return as_of_; }
  /// Code of --region, else the one in data/regions/default.txt. Failure when there is neither.
  [[nodiscard]] std::string region() const;
  /// The date of --as-of, else today. UsageError when it is not a date.
  [[nodiscard]] base::Date as_of() const;
  /// Folder with templates/, content/ and data/: --project, else the current folder, else the one
  /// the program was built in, else the installed one. Failure when none has them.
  [[nodiscard]] std::filesystem::path project() const;
  [[nodiscard]] config::RegionProfile profile() const;

 private:
  std::string registry_;
  std::string region_;
  std::string as_of_;
  std::string project_;
};

/// Check of an option's value: some text.
std::string not_empty(const std::string& text);

/// The moment by the machine's clock, "2026-11-22T07:23:00Z"; only for the registry's journal.
std::string now();

/// Today by the machine's clock and UTC+3; only for defaults of options, never inside the build.
base::Date today();

}  // namespace metodaktiv::commands
