#pragma once

#include <vector>

#include "config/indicator_definition.h"
#include "site/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The pages of one municipality's site out of those that the region's site would have for the same
/// model: its section, people, practices and indicators, the standard, the texts. The section's
/// first page becomes the home page; crumbs and tabs name only what this site has.
std::vector<Page> municipal_pages(const Context& context, std::vector<Page> pages);

/// The municipality whose site it is. Failure when the publication has none of this code.
const Municipality& own_municipality(const Context& context);

/// The header's links.
std::vector<Tab> municipal_navigation(const Context& context);

/// What fill_page_figures() shows in the municipality's site: its own figures beside the region's.
void fill_municipal_page_figures(Dict dict, const content::Page& text, const Context& context);

/// The page of an indicator in the municipality's site: its own value, years and passport, with the
/// region's value beside it. Under the address of the region's page of the indicator.
Page municipal_indicator_page(const Context& context, const Municipality& municipality,
                              const config::IndicatorDefinition& definition);

}  // namespace metodaktiv::site
