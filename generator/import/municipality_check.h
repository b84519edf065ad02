#pragma once

#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// Refuses rows that do not belong to the municipality to which their source is restricted: by what
/// the row says, and by what the registry holds under the same key — a code of another municipality
/// is not to be overwritten. Findings go to the log, the rows are marked as not valid.
void check_municipalities(registry::Database& database,
                          const std::vector<config::FormDefinition>& forms,
                          const std::vector<Source>& sources, FindingLog& log);

}  // namespace metodaktiv::import
