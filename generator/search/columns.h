#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/document.h"

namespace metodaktiv::search {

/// The values of one facet for all documents. Documents hold numbers of value sets, since a
/// document may have several values or none.
struct Column {
  std::string key;
  std::vector<FacetValue> values;
  std::vector<std::vector<std::uint32_t>> sets;  ///< sorted numbers of values, by first appearance
  std::vector<std::uint32_t> documents;          ///< number of a set
};

/// "kind" first, then the collection's facets in their order. Failure as write_index() says.
std::vector<Column> columns_of(const Collection& collection);

}  // namespace metodaktiv::search
