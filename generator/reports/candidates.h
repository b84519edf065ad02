#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// Somebody nominated for the methodical asset. A name: restricted reports only.
struct Candidate {
  std::string stage;  ///< key
  std::string full_name;
  std::string municipality_code;
  std::string municipality;  ///< name
  std::string subject;       ///< name; may be empty
  std::string nominated_by;
  std::optional<base::Date> stage_on;
};

/// All candidates by name, then code.
std::vector<Candidate> read_candidates(registry::Database& registry);

/// The stages in their order, as the form of nominations names them.
std::vector<config::AllowedValue> candidate_stages(
    const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::reports
