#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// What a teacher took from a course into practice, by the questionnaire and the methodist's
/// checklist. Personal: restricted reports only.
struct PostCourse {
  std::string teacher_name;
  std::string organization;
  std::string program;
  std::optional<base::Date> surveyed_on;
  std::string valued;
  std::optional<bool> in_iom, iom_started;
  std::string evidence;
  std::string practice;  ///< key; may be empty
  std::optional<bool> municipal_showcase;
  std::string outcome;  ///< key; may be empty
};

/// By municipality of the teacher's organization.
using PostCourses = std::map<std::string, std::vector<PostCourse>>;

/// Surveys up to the as-of date of teachers who still work, by name, then program.
PostCourses read_post_courses(registry::Database& registry, base::Date as_of);

}  // namespace metodaktiv::reports
