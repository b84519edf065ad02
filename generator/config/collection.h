#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/date.h"

namespace metodaktiv::config {

/// How a region collects its data: [collection] of profile.toml, which may be left out.
struct Collection {
  std::vector<std::pair<unsigned, unsigned>> due;  ///< (month, day), in the order of the calendar
};

/// The first day after `day` on which forms are due; nullopt when the profile names no day.
std::optional<base::Date> next_due(const Collection& collection, base::Date day);

}  // namespace metodaktiv::config
