#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "site/place.h"

namespace metodaktiv::site {

/// Methodical association and its meetings, the latest first.
struct Association {
  std::string code, name, kind, head, order_number;
  const Municipality* municipality = nullptr;
  const Subject* subject = nullptr;
  std::optional<long long> members_count;
  std::optional<base::Date> order_on;

  struct Meeting {
    base::Date held_on;
    std::string topic;
  };
  std::vector<Meeting> meetings;
};

struct Document {
  std::string code, kind, title, number, school_year, url, file;
  const Municipality* municipality = nullptr;  ///< nullptr: regional
  base::Date signed_on;
  std::optional<base::Date> agreed_on;
};

struct Event {
  std::string code, title, kind, place, url, audience;
  const Municipality* municipality = nullptr;  ///< nullptr: regional
  base::Date starts_on;
  std::optional<base::Date> ends_on;
};

}  // namespace metodaktiv::site
