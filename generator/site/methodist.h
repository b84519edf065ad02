#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "site/place.h"

namespace metodaktiv::site {

/// An active methodist who consented to be named; parts that the consent does not cover are empty.
struct Methodist {
  std::string code, last_name, first_name, patronymic;
  const Municipality* municipality = nullptr;
  const Organization* organization = nullptr;
  const Subject* subject = nullptr;
  std::string other_direction;
  std::vector<std::string> directions;  ///< titles
  std::optional<base::Date> included_on;
  std::string email, about;
  std::vector<const Assignment*> assignments;

  [[nodiscard]] std::string full_name() const;
};

/// A row of form 2; without consent of the methodist `methodist` is nullptr.
struct Assignment {
  const Methodist* methodist = nullptr;
  const Organization* organization = nullptr;
  const Subject* subject = nullptr;
  long long teachers_count = 0;
  std::string mode;
};

}  // namespace metodaktiv::site
