#pragma once

#include <string>

#include "quality/inspection.h"

namespace metodaktiv::quality {

/// For a person: counts per check, then up to `most` findings by municipality (when not all fit:
/// errors first, then some of each check), then how many were left out, then summary().
std::string listing(const Inspection& inspection, std::size_t most);

/// «Итог: 2 ошибки и 15 предупреждений…» in one line.
std::string summary(const Inspection& inspection);

}  // namespace metodaktiv::quality
