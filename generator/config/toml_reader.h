#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/finding.h"

namespace metodaktiv::config {

/// Typed reading of one TOML table with findings instead of exceptions: every missing, mistyped or
/// unknown key becomes a finding with file and line; reading goes on, so that one run reports all
/// of them.
class TomlReader {
 public:
  TomlReader(const toml::table& table, std::string file, base::Findings& findings);

  std::string required_text(std::string_view key);
  std::string text(std::string_view key, std::string fallback = {});
  bool boolean(std::string_view key, bool fallback);
  int integer(std::string_view key, int fallback);
  int required_integer(std::string_view key);
  std::optional<double> number(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<int> integers(std::string_view key);
  /// One of the given words; another is a finding and gives the first.
  std::string choice(std::string_view key, const std::vector<std::string>& words,
                     std::optional<std::string> fallback = std::nullopt);
  /// A sub-table; an absent one reads as empty.
  void table(std::string_view key, bool required, const std::function<void(TomlReader&)>& read);
  /// An array of tables, in order.
  void tables(std::string_view key, const std::function<void(TomlReader&)>& read);

  /// Reports keys that nothing asked for: a misspelt key must not pass silently.
  void finish();

  [[nodiscard]] int line() const;
  void error(std::string_view key, std::string message, std::string remedy);

 private:
  const toml::node* find(std::string_view key);
  int line_of(std::string_view key) const;
  const toml::table& table_;
  std::string file_;
  base::Findings& findings_;
  std::vector<std::string> asked_;
};

/// Parses a file; a syntax error becomes a finding with line and column and gives an empty table.
toml::table parse_toml(const std::filesystem::path& file, base::Findings& findings);

/// What throw_if_errors() throws: its message lists the findings, which go with it.
class InvalidData : public base::Failure {
 public:
  InvalidData(const std::string& message, base::Findings findings)
      : Failure(message), findings_(std::move(findings)) {}
  [[nodiscard]] const base::Findings& findings() const { return findings_; }

 private:
  base::Findings findings_;
};

/// Throws InvalidData when there are errors.
void throw_if_errors(const base::Findings& findings, std::string_view headline);

}  // namespace metodaktiv::config
