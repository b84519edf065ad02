#pragma once

#include <cstddef>

#include "base/file_sink.h"
#include "search/document.h"

namespace metodaktiv::search {

struct IndexSummary {
  std::size_t documents = 0, terms = 0, files = 0, bytes = 0;
};

/// Writes search/*.js, the index of the public site (docs/search.md, "Files"). Documents are
/// numbered by kind, then `order`, then url. Failure when a document names a kind or a facet value
/// that the collection does not list, or two documents have one url. The bytes do not depend on
/// `jobs` or on the order of `collection.documents`.
IndexSummary write_index(Collection collection, unsigned jobs, base::FileSink& sink);

}  // namespace metodaktiv::search
