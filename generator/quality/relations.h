#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::quality {

/// Adds to the relations of docs/indicators.md those of docs/checks.md: profile_keys,
/// document_kinds, norms, criteria, methodist_names, valid_consents, cell_remarks.
/// prepare_environment() has run for the same year.
void prepare_relations(registry::Database& registry, const config::RegionProfile& profile,
                       const std::vector<config::FormDefinition>& forms, base::SchoolYear year,
                       base::Date as_of);

/// SQL expression for the municipality that the row `alias` of a table belongs to, along its
/// references; "NULL" for a table that belongs to the region.
std::string municipality_of(const std::vector<config::FormDefinition>& forms,
                            const config::FormDefinition& form, const std::string& alias);

/// SQL expression for the key of the row `alias`, its parts joined with « · ».
std::string key_of(const config::FormDefinition& form, const std::string& alias);

}  // namespace metodaktiv::quality
