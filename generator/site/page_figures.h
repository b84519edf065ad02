#pragma once

#include "content/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The indicators and distributions that a page's head names, for page_figures.html, included at
/// PAGE_FIGURES. Nothing for a page without them or for nullptr.
void fill_page_figures(Dict dict, const content::Page* text, const Context& context);

}  // namespace metodaktiv::site
