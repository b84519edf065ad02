#pragma once

#include <string>
#include <string_view>

#include "content/page.h"
#include "site/dict.h"

namespace metodaktiv::site {

/// Where the site shows an editorial page: "help" → "help.html", "news/start" → "news/start.html",
/// "stages" → "asset/stages.html".
std::string content_path(std::string_view name);

/// HAS_TEXT section with TEXT_HTML of an editorial text shown on the page `path`; nullptr: nothing.
void fill_text(Dict dict, const content::Page* text, std::string_view path);

}  // namespace metodaktiv::site
