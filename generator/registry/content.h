#pragma once

#include <functional>
#include <string_view>

#include "registry/database.h"

namespace metodaktiv::registry {

/// Feeds the whole content of a registry to `consume` in a canonical form: tables by name, rows by
/// key, every value with its type. Equal for two registries that hold the same rows, whatever the
/// order in which they were written; meant for checksums.
void feed_content(Database& registry, const std::function<void(std::string_view)>& consume);

}  // namespace metodaktiv::registry
