#pragma once

#include <string>

#include "site/place.h"
#include "site/record.h"

/// Ids of rows that stand on a page of many; unique on every page that shows them.
namespace metodaktiv::site {

inline std::string organization_anchor(const Organization& row) { return "o-" + row.code; }
inline std::string association_anchor(const Association& row) { return "a-" + row.code; }
inline std::string document_anchor(const Document& row) { return "doc-" + row.code; }

}  // namespace metodaktiv::site
