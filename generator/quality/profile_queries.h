#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/check.h"

namespace metodaktiv::quality {

/// Runs the criteria, indicators and distributions of a profile and the checks over a registry in
/// memory made from `schema`, with the profile's municipalities and subjects in it. A query that
/// fails or yields another shape is an error with its file and line.
void run_profile_queries(const config::RegionProfile& profile,
                         const std::vector<config::FormDefinition>& forms,
                         const std::vector<Check>& checks, const std::filesystem::path& schema,
                         base::Date as_of, base::Findings& findings);

/// Line of `file`, from 1, where `text` begins, not before line `from`; 0 when it does not stand
/// there as it is.
std::int64_t line_of_text(const std::filesystem::path& file, std::string_view text,
                          std::int64_t from = 1);

}  // namespace metodaktiv::quality
