#pragma once

#include <cstddef>

#include "base/file_sink.h"
#include "site/site.h"

namespace metodaktiv::site {

/// Copies templates/assets/ and the fonts to assets/; templates/styles/*.css become one style.css,
/// in the order of their names, with the site's accent colour. Returns the number of files. Failure
/// names a missing file and the way to get it.
std::size_t write_assets(const SiteInput& input, base::FileSink& sink);

}  // namespace metodaktiv::site
