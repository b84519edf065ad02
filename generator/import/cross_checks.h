#pragma once

#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// What can only be judged when all sources are staged: a key that stands twice in the import, a
/// reference to a code that is neither in the registry nor in the import. Findings go to the log,
/// the rows are marked as not valid.
void check_across_rows(registry::Database& database,
                       const std::vector<config::FormDefinition>& forms,
                       const std::vector<Source>& sources, FindingLog& log);

/// Marks the rows as not valid that refer to a row which is not valid itself, and those of sources
/// that cannot be read as a whole; so on until nothing changes. What is left can be written. With
/// `report`, each such reference is a finding.
void leave_out_dependants(registry::Database& database,
                          const std::vector<config::FormDefinition>& forms,
                          const std::vector<Source>& sources, bool report, FindingLog& log);

}  // namespace metodaktiv::import
