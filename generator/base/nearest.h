#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::base {

/// The candidate that differs from what was typed by a few letters, for «возможно, имелось в виду»;
/// case, ё/е and spaces do not count. nullopt when nothing is near.
std::optional<std::string> nearest(std::string_view typed,
                                   const std::vector<std::string>& candidates);

}  // namespace metodaktiv::base
