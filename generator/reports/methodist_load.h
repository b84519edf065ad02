#pragma once

#include <string>
#include <vector>

#include "config/region_profile.h"
#include "indicators/forms.h"

namespace metodaktiv::reports {

enum class LoadVerdict { kBelow, kWithin, kAbove };

/// How many teachers a methodist has by form 2, against the norm.
struct MethodistLoad {
  std::string code;
  std::string full_name;
  std::string subject;       ///< names, in the order of the rows
  std::string municipality;  ///< code, the methodist's own
  int organizations = 0;
  long long teachers = 0;
  LoadVerdict verdict = LoadVerdict::kWithin;
  long long deviation = 0;  ///< from the nearer bound of the norm; 0 within it
};

/// One entry per methodist, in the order of the rows.
std::vector<MethodistLoad> loads(const std::vector<const indicators::Form2Row*>& rows,
                                 const config::Norms& norms);

struct LoadTotals {
  int below = 0, within = 0, above = 0;
};
LoadTotals totals(const std::vector<MethodistLoad>& loads);

}  // namespace metodaktiv::reports
