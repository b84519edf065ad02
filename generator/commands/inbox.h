#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "config/form_stamp.h"
#include "import/column_rule.h"

namespace metodaktiv::commands {

/// A file that lies in a folder of incoming forms.
struct InboxFile {
  std::string name;
  std::optional<config::FormStamp> stamp;
  std::int64_t errors = 0;  ///< of an import of this file alone
  bool loaded = false;      ///< an import in force has taken these very bytes; errors is 0
};

/// Judges every file in the folder, by name, as `import --check` would judge it alone. The registry
/// must exist; not a byte of it changes. Failure when the folder or the registry cannot be read, or
/// when another program is writing the registry.
std::vector<InboxFile> judge_inbox(const std::filesystem::path& folder,
                                   const std::filesystem::path& registry_file,
                                   const std::vector<config::FormDefinition>& forms,
                                   const import::ProfileKeys& keys);

}  // namespace metodaktiv::commands
