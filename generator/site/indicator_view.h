#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/indicator_definition.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The region's value, target and earlier years of each indicator for indicator_items.html,
/// included at INDICATOR_ITEMS.
void fill_indicator_items(Dict dict,
                          const std::vector<const config::IndicatorDefinition*>& definitions,
                          const Context& context);

/// A query as readers see it: without the comments at its head, which are for those who edit it.
std::string without_leading_comments(std::string_view sql);

}  // namespace metodaktiv::site
