#pragma once

#include <vector>

#include "search/document.h"
#include "site/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// Everything public that search should find: people who are named, practices, indicators,
/// municipalities and their sections, organizations, associations, documents, events, news,
/// editorial pages, functions, rosters by subject. What stands on no page of `pages` or is left out
/// of the edition is not in it. `pages` are those of the edition, by their paths in the region's
/// site.
search::Collection search_collection(const Context& context, const std::vector<Page>& pages);

}  // namespace metodaktiv::site
