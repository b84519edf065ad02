#pragma once

#include <nlohmann/json.hpp>

#include "changes/changes.h"

namespace metodaktiv::commands {

/// The changes for programs: codes as they are in the files, numbers as numbers, null for what is
/// not there.
nlohmann::ordered_json diff_json(const changes::Changes& changes);

}  // namespace metodaktiv::commands
