#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/check.h"
#include "registry/database.h"

namespace metodaktiv::quality {

/// A finding about the registry's data, with what reports group it by.
struct QualityFinding {
  std::string check;         ///< id
  std::string municipality;  ///< code; empty: the region as a whole
  std::string table;         ///< key; empty: no table
  std::string key;           ///< of the row, parts joined with « · »; empty for a count of rows
  std::string column;        ///< key; place.column has the title
  base::Finding finding;  ///< place: file, Russian titles of table and column; code: the check's id
};

/// A line of the summary: a check that found something.
struct CheckCount {
  std::string id;
  base::Severity severity = base::Severity::kWarning;
  std::string title;
  std::string source;
  std::size_t count = 0;
};

/// What an inspection of a registry found.
struct Inspection {
  std::string registry;  ///< file name
  base::Date as_of;
  std::map<std::string, std::string> municipalities;  ///< code → name
  std::vector<QualityFinding>
      findings;  ///< region first, then by municipality's code, check, key, column
  std::vector<CheckCount> counts;  ///< errors first, then in the order of the checks

  [[nodiscard]] std::size_t count(base::Severity severity) const;
};

/// Inspects an open registry as of a date: the file itself, its references, every indicator query
/// of the profile, then the checks. A file that is damaged is only reported as such. Nothing is
/// written but temporary relations. Failure names a check whose query or wording is wrong.
Inspection inspect(registry::Database& registry, const config::RegionProfile& profile,
                   const std::vector<config::FormDefinition>& forms,
                   const std::vector<Check>& checks, base::Date as_of);

/// The checks alone, without those of the file and the queries: findings about single rows, in the
/// order of the checks. Also inside a transaction: for judging what an import is about to write.
std::vector<QualityFinding> judge_rows(registry::Database& registry,
                                       const config::RegionProfile& profile,
                                       const std::vector<config::FormDefinition>& forms,
                                       const std::vector<Check>& checks, base::Date as_of);

}  // namespace metodaktiv::quality
