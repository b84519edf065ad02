#pragma once

#include <vector>

#include "disclosure/count_system.h"
#include "disclosure/suppression.h"

namespace metodaktiv::disclosure {

/// Hides cells until nobody can say of a sensitive quantity more than that it lies between 1 and
/// k − 1 (docs/indicators.md, "What the public sees"): first the small cells and the groups as
/// suppress() does, then further cells wherever linear reasoning over everything that is still
/// published gives a narrower interval. Cells are added cheapest first, in an order that depends on
/// the arguments alone. Cells need `quantities` of `system`.
/// Returns the sensitive quantities that no hiding can protect: none unless
/// something is given (CountSystem::given) or cells lack quantities.
std::vector<std::size_t> protect(const CountSystem& system, std::vector<Cell>& cells,
                                 const std::vector<Group>& groups, double k);

/// The sensitive quantities about which the published cells say more than "1 to k − 1".
std::vector<std::size_t> exposed(const CountSystem& system, const std::vector<Cell>& cells,
                                 double k);

}  // namespace metodaktiv::disclosure
