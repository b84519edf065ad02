#pragma once

#include <vector>

#include "content/page.h"
#include "site/dict.h"
#include "site/views.h"

namespace metodaktiv::site {

/// News items (pages below news/), the newest first, at most `count`.
std::vector<const content::Page*> newest_news(const Context& context, std::size_t count);

/// NEWS_ITEM rows; NO_NEWS when there are none.
void fill_news(Dict dict, const std::vector<const content::Page*>& items);

}  // namespace metodaktiv::site
