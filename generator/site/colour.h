#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::site {

/// "#1f5f8b": what the style sheet may take over from the configuration.
bool is_colour(std::string_view text);

/// Contrast of two colours "#rrggbb" as WCAG 2.2 defines it: from 1 to 21.
double contrast(std::string_view a, std::string_view b);

/// The colour, or as little of black (on a light background) or white (on a dark one) mixed in as
/// makes its contrast with `background` at least `ratio`.
std::string readable_on(std::string_view colour, std::string_view background, double ratio);

}  // namespace metodaktiv::site
