#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "base/finding.h"
#include "quality/profile_check.h"

namespace metodaktiv::commands {

/// For a person: every finding with its remedy, places relative to `project`; then what was looked
/// at and how many errors and warnings there are.
std::string profile_listing(const quality::ProfileCheck& check,
                            const std::filesystem::path& project);

/// For machines: region, errors, warnings, checked (criteria, indicators, distributions, checks,
/// pages) and findings as findings_json() gives them.
nlohmann::ordered_json profile_json(const quality::ProfileCheck& check,
                                    const std::filesystem::path& project);

/// «Итог: …» in one line.
std::string profile_summary(const quality::ProfileCheck& check);

}  // namespace metodaktiv::commands
