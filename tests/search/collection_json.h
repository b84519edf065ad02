#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "search/document.h"

/// A collection as the tests of the client read and write it.
namespace metodaktiv::search {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Kind, key, one, many)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(FacetValue, value, title)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Facet, key, values)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Document, url, kind, title, people, keywords, body,
                                                facts, kept, order, weight, facets)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Collection, kinds, facets, documents)

}  // namespace metodaktiv::search
