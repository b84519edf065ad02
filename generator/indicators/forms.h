#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "indicators/figure.h"
#include "registry/database.h"

namespace metodaktiv::indicators {

/// Form 1 of order 1068-04: one row per subject, and a total row with an empty subject code.
struct Form1Row {
  std::string area;
  std::string subject;  ///< code; empty in the total
  std::string subject_name;
  std::optional<long long> teachers;  ///< empty: suppressed
  std::optional<long long> recommended_min, recommended_max;
  long long actual = 0;  ///< active methodists
};

struct Form1 {
  Scope scope = Scope::kMunicipality;
  std::string code;  ///< of the region or the municipality
  std::string name;
  std::vector<Form1Row> rows;  ///< by position, then code of the subject
  Form1Row total;
};

/// Form 2 of order 1068-04: one row per methodist and assignment of the school year.
struct Form2Row {
  std::string methodist;  ///< code
  std::string full_name;
  std::string subject;  ///< name
  std::string other_direction;
  std::string methodist_municipality;  ///< code
  std::string municipality;            ///< code, of the organization
  std::string municipality_name;
  std::string organization;  ///< code
  std::string organization_name;
  std::string school_year;
  long long teachers_count = 0;
  std::string mode;
};

/// Recommended number of methodists for n teachers: min = ceil(n/load_max), max = max(min,
/// floor(n/load_min)).
std::pair<long long, long long> recommended(long long teachers, const config::Norms& norms);
/// "3" or "3–4".
std::string shown_recommended(long long least, long long most);

/// Region first, then every municipality by code; as of `as_of`.
std::vector<Form1> form1(registry::Database& registry, const config::RegionProfile& profile,
                         base::Date as_of);
/// All assignments of active methodists in the school year of `as_of`, ordered by methodist's name
/// and code, municipality, organization, subject.
std::vector<Form2Row> form2(registry::Database& registry, base::Date as_of);

}  // namespace metodaktiv::indicators
