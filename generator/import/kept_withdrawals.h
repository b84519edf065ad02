#pragma once

#include <vector>

#include "import/finding_log.h"
#include "import/source.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// A form that was filled before somebody withdrew consent knows nothing of it: loading it must not
/// bring the consent back (152-ФЗ, art. 10.1, part 13). Where the registry records a withdrawal and
/// the staged row has neither it nor consent of a later day, the recorded date stays and the row
/// gets a warning. Only consent given anew ends a withdrawal; a wrong record is undone in the
/// journal.
void keep_withdrawals(registry::Database& database, const std::vector<Source>& sources,
                      FindingLog& log);

}  // namespace metodaktiv::import
