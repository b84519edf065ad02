#pragma once

#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::quality {

/// Makes cell_remarks(table_name, municipality, key, column, value, reason, list): every cell of
/// the registry that does not look as its form definition says. `reason`: required, code, date,
/// school_year, link, email, unknown (key that the profile's `list` lacks), late (date after
/// `as_of`: a remark only where a check says so), year_range (school year before 2000 or after the
/// next one). Needs profile_keys.
void fill_cell_remarks(registry::Database& registry,
                       const std::vector<config::FormDefinition>& forms, base::SchoolYear year,
                       base::Date as_of);

}  // namespace metodaktiv::quality
