#pragma once

#include <nlohmann/json.hpp>

#include "quality/inspection.h"

namespace metodaktiv::commands {

/// An inspection for machines: registry, as_of, region, errors, warnings, checks (id, severity,
/// title, source, count) and all findings: the keys of findings_json plus municipality,
/// municipality_name, table, key and column_key; absent parts are left out.
nlohmann::ordered_json inspection_json(const quality::Inspection& inspection,
                                       const std::string& region);

}  // namespace metodaktiv::commands
