#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace metodaktiv::commands {

/// Help in Russian, columns aligned by letters rather than by bytes.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommand(const CLI::App* subcommand) const override;
};

/// Check of an option's value: a number from `low` to `high`, both included.
std::function<std::string(const std::string&)> number_between(double low, double high);

/// What the command-line parser found wrong, in Russian.
std::string usage_message(const CLI::ParseError& error, const CLI::App& app);

}  // namespace metodaktiv::commands
