#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "base/finding.h"

namespace metodaktiv::commands {

/// Findings for machines: severity, code, file, sheet, row, cell, column, value, message, remedy;
/// absent parts are left out.
nlohmann::ordered_json findings_json(const std::vector<base::Finding>& findings);

}  // namespace metodaktiv::commands
