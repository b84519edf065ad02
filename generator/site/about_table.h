#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::site {

/// A value of publication.db's table `about`; Failure when it is missing.
std::string about_value(registry::Database& publication, std::string_view key);

/// Code of the municipality whose part of a publication this is; empty: the whole region's.
std::string about_municipality(registry::Database& publication);

/// The day the publication stands for.
base::Date about_as_of(registry::Database& publication);

}  // namespace metodaktiv::site
