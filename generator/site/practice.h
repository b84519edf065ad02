#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "site/place.h"

namespace metodaktiv::site {

/// A published practice.
struct Practice {
  std::string slug, title, kind, level, direction, authors, annotation, body, materials_url;
  const Municipality* municipality = nullptr;
  const Organization* organization = nullptr;
  const Subject* subject = nullptr;
  std::optional<base::Date> reviewed_on;
  long long year = 0;
  std::vector<std::string> tags;
};

}  // namespace metodaktiv::site
