#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace metodaktiv::commands {

/// A subcommand: setup() only declares options, run() works. Commands do not know each other.
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  /// Declares the subcommand's options on `app`.
  virtual void setup(CLI::App& app) = 0;
  /// Does the work. Returns the exit code: 0 done, 1 findings that block. Throws base::Failure.
  virtual int run() = 0;
};

/// A command with its name and one-line Russian description.
struct CommandEntry {
  std::string name;
  std::string summary;
  std::unique_ptr<Command> command;
};

/// All commands, in the order of the help.
std::vector<CommandEntry> all_commands();

/// Parses the arguments, runs the command, prints what went wrong. Returns the exit code: 0 done, 1
/// failed or blocking findings, 2 wrong usage.
int run_program(int argc, const char* const* argv);

}  // namespace metodaktiv::commands
