#pragma once

#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// What can only be judged when all sources are staged: a key that stands twice in the import, a
/// reference to a code that is neither in the registry nor in the import. Findings go to the log.
void check_across_rows(registry::Database& database,
                       const std::vector<config::FormDefinition>& forms,
                       const std::vector<Source>& sources, FindingLog& log);

}  // namespace metodaktiv::import
