#pragma once

#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/inspection.h"
#include "registry/database.h"

namespace metodaktiv::quality {

/// What the program itself looks at, before the checks of data/checks; `count` is 0.
const std::vector<CheckCount>& integrity_checks();

/// SQLite's own check of the file. Empty: the file is whole.
std::vector<QualityFinding> check_file(registry::Database& registry);

/// References to codes that are not there: one finding per row and column.
std::vector<QualityFinding> check_references(registry::Database& registry,
                                             const std::vector<config::FormDefinition>& forms);

/// Texts that are not valid UTF-8, wherever they came from: one finding per row and column, the
/// first hundred. No import lets them in; a build stops at them.
std::vector<QualityFinding> check_texts(registry::Database& registry,
                                        const std::vector<config::FormDefinition>& forms);

/// Runs every indicator query of the profile once; a query that fails or yields another shape is a
/// finding with its file. Needs the relations of docs/indicators.md for the school year.
std::vector<QualityFinding> check_indicator_queries(registry::Database& registry,
                                                    const config::RegionProfile& profile,
                                                    base::SchoolYear year, base::Date as_of);

/// Published practices whose text goes beyond the bounds of content::render_markdown: each would
/// stop a build.
std::vector<QualityFinding> check_practice_texts(registry::Database& registry,
                                                 const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::quality
