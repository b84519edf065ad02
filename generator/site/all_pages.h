#pragma once

#include <vector>

#include "site/views.h"

namespace metodaktiv::site {

/// Every page of the region's site, in no order that matters. The context must outlive them.
std::vector<Page> all_pages(const Context& context);

}  // namespace metodaktiv::site
