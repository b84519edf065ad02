#pragma once

#include <string>

#include "base/date.h"
#include "site/feeds.h"

namespace metodaktiv::site {

/// The Atom feed (RFC 4287): all news pages, the newest practices and what the latest releases
/// changed, newest first.
std::string atom_feed(const FeedInput& input, base::Date as_of);

}  // namespace metodaktiv::site
