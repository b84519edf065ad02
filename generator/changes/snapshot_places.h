#pragma once

#include <string_view>

#include "changes/snapshot.h"
#include "registry/database.h"

namespace metodaktiv::changes {

/// Fills municipalities, subjects and organizations: tables that registries and publications have
/// in common.
void read_places(registry::Database& database, Snapshot& into);

/// Fills practices; `condition` chooses among the rows.
void read_practices(registry::Database& database, std::string_view condition, Snapshot& into);

}  // namespace metodaktiv::changes
