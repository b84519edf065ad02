#pragma once

#include "base/date.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::indicators {

/// (Re)creates the prepared relations of docs/indicators.md as temporary tables for one school
/// year: period, elapsed_months, levels, required_documents, current_teachers, teacher_levels,
/// active_methodists, methodist_criteria. `as_of` lies within the year. Failure names a criterion
/// whose rule is wrong.
void prepare_environment(registry::Database& registry, const config::RegionProfile& profile,
                         base::SchoolYear year, base::Date as_of);

/// The date that figures of `year` are as of: its last day, or the build's date when that is
/// earlier.
base::Date as_of_in(base::SchoolYear year, base::Date build_date);

/// True when a query reads a table of class X or a relation made from one, so that it may count
/// people.
bool reads_personal_data(registry::Database& registry,
                         const config::IndicatorDefinition& indicator);

}  // namespace metodaktiv::indicators
