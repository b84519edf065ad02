#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// An individual route of a teacher. Personal: restricted reports only.
struct Route {
  std::string code;
  std::string teacher;  ///< code
  std::string teacher_name;
  std::string teacher_short_name;  ///< «Иванова А. П.»
  std::string position;
  std::string organization;  ///< full name
  std::string organization_short;
  std::string subject;
  std::string methodist_name;        ///< may be empty
  std::string methodist_short_name;  ///< may be empty
  std::string school_year;
  std::optional<base::Date> created_on;
  std::optional<long long> stage;
  std::string status;  ///< key
  std::optional<base::Date> completed_on;
  /// The last day of its plan; of its school year where the plan has no days. Empty for an extended
  /// route whose new end is not known.
  std::optional<base::Date> planned_end;
  long long overdue = 0;    ///< activities whose day has passed and that are not done
  long long days_late = 0;  ///< past the planned end of an active route

  /// Agreed, under way or extended.
  [[nodiscard]] bool active() const;
  /// Neither a draft nor cancelled.
  [[nodiscard]] bool developed() const;
};

struct RouteActivity {
  std::string section;
  std::string title;
  std::string details;
  std::optional<double> hours;
  std::optional<base::Date> due_on, done_on;
  std::string reflection;
};

/// The assessment that a route starts from.
struct RouteAssessment {
  std::string level;  ///< key; empty when there is none
  std::optional<base::Date> assessed_on;
};

/// Reads the routes of a municipality; one per connection.
class RouteReader {
 public:
  RouteReader(registry::Database& registry, base::Date as_of);

  /// Routes of the teachers of its organizations: late ones first, those of the latest school year
  /// and the latest before others; then the rest by school year, the latest first, and name.
  std::vector<Route> routes(const std::string& municipality);
  /// By section, date, title.
  std::vector<RouteActivity> activities(const Route& route);
  /// The latest one up to the route's school year.
  RouteAssessment assessment(const Route& route);

 private:
  void judge(Route& route, std::optional<base::Date> last_due) const;

  base::Date as_of_;
  registry::Statement routes_;
  registry::Statement activities_;
  registry::Statement assessment_;
};

}  // namespace metodaktiv::reports
