#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "config/form_definition.h"
#include "quality/message_template.h"

namespace metodaktiv::quality {

/// A rule about the registry's data, as data/checks defines it (docs/checks.md): data, not code.
struct Check {
  std::string id;
  base::Severity severity = base::Severity::kWarning;
  std::string table;  ///< table of its findings; empty when the query yields `table_name`
  std::string title;  ///< for the summary
  MessageTemplate message;
  MessageTemplate remedy;
  std::string source;  ///< paragraph of the source document; may be empty
  std::string sql;
  std::string file;
  int line = 0;

  /// «data/checks/dates.toml, строка 12, проверка «…»»: for messages about the rule itself.
  [[nodiscard]] std::string origin() const;
};

/// All checks of `checks_folder`/*.toml by file name, in file order. `region_file` (a region's
/// checks.toml; may not exist) adds checks of its own and changes or switches off common ones.
/// Failure lists everything wrong, each with file and line.
std::vector<Check> load_checks(const std::filesystem::path& checks_folder,
                               const std::filesystem::path& region_file,
                               const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::quality
