#pragma once

#include <string>
#include <vector>

#include "changes/changes.h"
#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::changes {

/// A row that differs, and whose it is.
struct OwnedChange {
  RowChange row;
  std::string owner_before, owner_after;  ///< codes of municipalities; empty: the region's
};

/// All rows of the form's table that differ between two registries, by key. Values of a changed row
/// are texts as the forms show them, with the names of places that `names` knows.
std::vector<OwnedChange> table_changes(registry::Database& before, registry::Database& after,
                                       const std::vector<config::FormDefinition>& forms,
                                       const config::FormDefinition& form,
                                       const config::RegionProfile& profile, const Changes& names);

}  // namespace metodaktiv::changes
