#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "changes/changes.h"
#include "config/form_definition.h"

namespace metodaktiv::changes {

/// Finds for every figure that moved the rows that may have moved it: those of the tables that its
/// indicator reads, of its place, added, removed or changed between the two registries in a column
/// that it may read. Every figure gets counts by table; those of municipalities and region-only
/// indicators also the first `rows_per_figure` rows.
void find_causes(const std::filesystem::path& before, const std::filesystem::path& after,
                 const config::RegionProfile& profile,
                 const std::vector<config::FormDefinition>& forms, std::size_t rows_per_figure,
                 Changes& changes);

}  // namespace metodaktiv::changes
