#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "demo/region_settings.h"

namespace metodaktiv::demo {

struct Person {
  std::string last;
  std::string first;
  std::string patronymic;
  bool female = true;

  [[nodiscard]] std::string full() const { return last + " " + first + " " + patronymic; }
};

struct Organization {
  std::string code;
  std::string name;
  std::string short_name;
  OrganizationKind kind = OrganizationKind::kSchool;
  bool remote = false;
  bool low_results = false;
  bool mentoring_model = false;
  std::size_t teachers = 0;
};

struct Teacher {
  std::string code;
  Person person;
  std::size_t organization = 0;  ///< in Municipality::organizations
  std::size_t subject = 0;       ///< in RegionProfile::subjects
  std::optional<base::Date> birth;
  std::optional<base::Date> since;
  std::string category;
  std::string position;
  bool manager = false;
  std::optional<base::Date> dismissed;
  double skill = 0;  ///< 0…1, place among all teachers
  /// In RegionProfile::levels, -1 not assessed; first the year before the three, then those.
  std::array<int, kYears + 1> level{-1, -1, -1, -1};
  bool methodist = false;

  [[nodiscard]] bool works_on(base::Date date) const {
    return (!dismissed || *dismissed > date) && (!since || *since <= date);
  }
  [[nodiscard]] int experience(base::Date date) const {
    return since ? base::full_years(*since, date) : 0;
  }
};

struct Methodist {
  std::string code;
  Person person;
  std::optional<std::size_t> organization;
  std::size_t subject = 0;
  std::string category;
  std::optional<base::Date> since;
  base::Date included;
  std::optional<base::Date> excluded;
  bool consented = false;  ///< given and not withdrawn

  [[nodiscard]] bool active_in(base::Date from, base::Date to) const {
    return included <= to && (!excluded || *excluded > from);
  }
};

/// One municipality while it is made: the only people in memory.
struct Municipality {
  std::string code;
  std::string name;
  std::string genitive;
  std::string kind;
  std::string territory;
  double quality = 0.5;  ///< 0 weak … 1 strong
  std::size_t planned_teachers = 0;
  double practices_share = 0;  ///< of the region's practices
  bool rural = false;
  std::vector<Organization> organizations;
  std::vector<Teacher> teachers;
  std::vector<Methodist> methodists;
};

}  // namespace metodaktiv::demo
