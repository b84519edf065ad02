#pragma once

#include "changes/changes.h"

namespace metodaktiv::changes {

/// The parts of compare(), each in the file of its name.
RosterChanges compare_rosters(const Snapshot& before, const Snapshot& after);
std::vector<AssignmentChange> compare_assignments(const Snapshot& before, const Snapshot& after);
/// Sets figures_year, figures and figures_hidden.
void compare_figures(const Snapshot& before, const Snapshot& after,
                     const config::RegionProfile& profile, Changes& into);

}  // namespace metodaktiv::changes
