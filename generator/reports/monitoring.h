#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// How a task of the municipal service stands on the as-of date.
enum class TaskState { kInTime, kLate, kOverdue, kAhead, kUndated, kUnknown };

/// A task of the municipal service in the current school year.
struct Task {
  std::string function;  ///< number in the standard
  std::string period;
  std::optional<base::Date> due_on, done_on;
  std::string evidence_url;
  TaskState state = TaskState::kUnknown;  ///< kUnknown: a function nobody entered a task for
  int days = 0;                           ///< how late, for kLate and kOverdue
};

/// Lessons visited in one month.
struct VisitMonth {
  base::Date first_day;
  bool elapsed = false;                 ///< its last day is not after the as-of date
  std::map<std::string, int> by_group;  ///< key of lesson_visits.teacher_group → visits
};

/// A line of the methodical audit's checklist.
struct AuditItem {
  std::string item;
  std::optional<double> most, self, expert;
};

struct Mentor {
  std::string name;
  std::string order;  ///< «№ 12 от 03.09.2026»; empty without an order
  std::optional<base::Date> started_on;
  bool program = false;
};

/// A teacher under 35 with less than three full years of work (1021-04, §4.4 III.2). Personal:
/// restricted reports only.
struct YoungTeacher {
  std::string name, organization, subject;
  long long experience = 0;     ///< full years
  std::vector<Mentor> mentors;  ///< in force on the as-of date
};

/// What the monitoring workbook of one municipality shows (1021-04, §3.3, §4.4 and §4.5).
struct Monitoring {
  std::vector<Task> tasks;          ///< by function, due date, period
  std::vector<VisitMonth> visits;   ///< September to May
  std::vector<AuditItem> audit;     ///< of audit_year, in the order of the checklist's items
  std::string audit_year;           ///< the latest school year with a checklist; may be empty
  std::vector<YoungTeacher> young;  ///< those without a mentor first, then by name

  [[nodiscard]] int count(TaskState state) const;
};

using Monitorings = std::map<std::string, Monitoring>;  ///< every municipality, by code

/// Reads all municipalities at once, as of a date; the school year is that of the date, and
/// indicators::prepare_environment() has run for it.
Monitorings read_monitorings(registry::Database& registry, const config::RegionProfile& profile,
                             base::Date as_of);

}  // namespace metodaktiv::reports
