#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// An active methodist against the criteria of the profile.
struct MethodistCard {
  std::string code;
  std::string full_name;
  std::string subject;
  std::string organization;
  std::optional<base::Date> included_on;
  std::vector<bool> met;  ///< in the order of profile.criteria
  bool meets_all = false;
};

/// A task of the municipal service whose date has passed.
struct OverdueTask {
  std::string function;  ///< number in the standard
  std::string period;
  base::Date due_on;
  int days = 0;  ///< from the due date to the as-of date
};

/// What reports tell about one municipality besides its figures.
struct MunicipalityFacts {
  std::string kind;
  std::vector<MethodistCard> methodists;  ///< by name, then code
  std::vector<OverdueTask> overdue;       ///< not done and due before the as-of date; oldest first
  int tasks_due = 0;                      ///< due this school year by the as-of date
  int tasks_late = 0;                     ///< of them done, but after the date
  std::vector<std::string> missing_documents;  ///< kinds of the required package, in its order
  int overdue_routes = 0;      ///< active ones of the school year with activities left undone
  int overdue_activities = 0;  ///< theirs, due before the as-of date
};

/// Read once for all municipalities; tasks and documents are those of the school year of the as-of
/// date, for which indicators::prepare_environment() has run.
class RegistryFacts {
 public:
  RegistryFacts() = default;
  RegistryFacts(registry::Database& registry, const config::RegionProfile& profile,
                base::Date as_of);

  [[nodiscard]] const MunicipalityFacts& of(std::string_view municipality) const;

 private:
  void read_municipalities(registry::Database& registry);
  void read_methodists(registry::Database& registry, const config::RegionProfile& profile);
  void read_tasks(registry::Database& registry, base::Date as_of);
  void read_routes(registry::Database& registry, base::Date as_of);
  void read_documents(registry::Database& registry, const config::RegionProfile& profile,
                      base::SchoolYear year);

  std::map<std::string, MunicipalityFacts, std::less<>> facts_;
};

}  // namespace metodaktiv::reports
