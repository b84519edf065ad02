#pragma once

#include <filesystem>
#include <vector>

#include "base/finding.h"
#include "config/form_definition.h"
#include "import/column_rule.h"
#include "import/upsert.h"
#include "registry/database.h"

namespace metodaktiv::import {

struct ImportOptions {
  bool check_only = false;  ///< judge and count, change nothing
};

struct ImportReport {
  base::Findings findings;
  std::vector<TableCount> tables;  ///< in the forms' order; with errors only `rows` is counted
  bool applied = false;            ///< the registry was written
};

/// Imports files and folders into a registry that is open for writing (docs/registry.md,
/// "Interchange rules"): an upsert by key in one transaction — everything, or nothing when there is
/// any error. All findings of all files come back together, at most kMaxFindings of them. Failure
/// only for what no user data explains: a file or disk that cannot be read or written. Memory does
/// not grow with the rows.
ImportReport import_tables(registry::Database& database,
                           const std::vector<config::FormDefinition>& forms,
                           const ProfileKeys& keys, const std::vector<std::filesystem::path>& paths,
                           const ImportOptions& options = {});

}  // namespace metodaktiv::import
