#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "quality/check.h"
#include "quality/inspection.h"
#include "registry/database.h"

namespace metodaktiv::quality {

/// Runs checks over a registry whose relations are prepared.
class CheckRunner {
 public:
  CheckRunner(registry::Database& registry, const config::RegionProfile& profile,
              const std::vector<config::FormDefinition>& forms, base::Date as_of);

  /// Findings of one check in the order of its rows, at most 10,000 and a closing one that says how
  /// many there are. Failure when the query fails, lacks municipality, key, column or value, names
  /// an unknown column, or the wording asks for a name that nobody gives.
  [[nodiscard]] std::vector<QualityFinding> run(const Check& check) const;

 private:
  registry::Statement prepared(const Check& check) const;

  registry::Database& registry_;
  const std::vector<config::FormDefinition>& forms_;
  std::map<std::string, registry::Value> terms_;  ///< names every wording may use
  base::SchoolYear year_;
  base::Date as_of_;
};

}  // namespace metodaktiv::quality
