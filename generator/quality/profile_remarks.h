#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "config/region_profile.h"
#include "config/site_config.h"
#include "quality/check.h"

namespace metodaktiv::quality {

/// Municipalities without genitive or prepositional case: pages then fall back on the bare name.
void remark_on_municipalities(const config::RegionProfile& profile, base::Findings& findings);

/// Codes of map.toml that the profile's municipalities lack, and municipalities that have no place
/// on the map. Nothing without a map.
void remark_on_map(const config::RegionProfile& profile, base::Findings& findings);

/// Document kinds that a query of the profile compares documents with and that the profile lacks:
/// such a comparison is never true.
void remark_on_document_kinds(const config::RegionProfile& profile,
                              const std::vector<Check>& checks, base::Findings& findings);

/// An accent colour that is hard to tell from white or, as the dark theme brightens it, from black.
void remark_on_accent(const config::SiteConfig& site, const std::filesystem::path& file,
                      base::Findings& findings);

/// A text literal of a query and the query's line, from 1, it stands on.
struct SqlLiteral {
  std::string text;
  std::int64_t line = 0;
};

/// Literals that a query compares the kind of `documents` with, in the order of the query; comments
/// are left out.
std::vector<SqlLiteral> document_kinds_in(std::string_view sql);

/// Contrast of two colours "#rrggbb" as WCAG 2 defines it: 1…21.
double contrast(std::string_view one, std::string_view other);

}  // namespace metodaktiv::quality
