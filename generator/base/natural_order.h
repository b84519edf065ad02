#pragma once

#include <string_view>

namespace metodaktiv::base {

/// Order of names for a reader: case, «ё» and repeated spaces don't matter, and numbers inside go
/// by value («Школа № 5» before «Школа № 10»). A strict weak order; names that read the same go by
/// their bytes.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace metodaktiv::base
