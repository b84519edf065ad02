#pragma once

#include "site/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// What <head> of layout.html says of the page: title, address, sharing, structured data, policy.
void fill_head(Dict dict, const Page& page, const Context& context);

/// Absolute address of a page: its canonical one.
std::string page_url(const Context& context, std::string_view path);

}  // namespace metodaktiv::site
