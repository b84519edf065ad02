#pragma once

#include <string>

#include "site/page.h"
#include "site/renderer.h"
#include "site/views.h"

namespace metodaktiv::site {

/// The finished page: the layout around what the page's own template makes.
std::string render_page(const Page& page, const Context& context, const Renderer& renderer);

}  // namespace metodaktiv::site
