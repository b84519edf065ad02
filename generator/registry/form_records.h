#pragma once

#include <string>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// A collection form as it was given out.
struct FormRecord {
  std::string municipality;
  std::string made_on, due_on;  ///< ISO dates
  std::string layout;
  std::string file;  ///< its name
};

/// Notes that forms were made, all of them or none; a form of the same municipality and day is
/// replaced. Not inside a transaction of the caller's.
void record_forms(Database& registry, const std::vector<FormRecord>& forms);
/// By municipality, then day.
std::vector<FormRecord> read_forms(Database& registry);

}  // namespace metodaktiv::registry
