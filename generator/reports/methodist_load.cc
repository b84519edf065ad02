#include "reports/methodist_load.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace metodaktiv::reports {

std::vector<MethodistLoad> loads(const std::vector<const indicators::Form2Row*>& rows,
                                 const config::Norms& norms) {
  std::vector<MethodistLoad> result;
  std::map<std::string, std::size_t> positions;
  std::vector<std::set<std::string>> organizations;
  std::map<std::size_t, std::vector<std::string>> subjects_of;
  for (const auto* row : rows) {
    const auto [entry, is_new] = positions.try_emplace(row->methodist, result.size());
    if (is_new) {
      MethodistLoad load;
      load.code = row->methodist;
      load.full_name = row->full_name;
      load.municipality = row->methodist_municipality;
      result.push_back(load);
      organizations.emplace_back();
    }
    auto& subjects = subjects_of[entry->second];
    if (!row->subject.empty() &&
        std::find(subjects.begin(), subjects.end(), row->subject) == subjects.end())
      subjects.push_back(row->subject);
    result[entry->second].teachers += row->teachers_count;
    organizations[entry->second].insert(row->organization);
  }
  for (std::size_t i = 0; i < result.size(); ++i) {
    auto& load = result[i];
    load.organizations = static_cast<int>(organizations[i].size());
    load.subject = base::join(subjects_of[i], ", ");
    if (load.teachers < norms.load_min) {
      load.verdict = LoadVerdict::kBelow;
      load.deviation = load.teachers - norms.load_min;
    } else if (load.teachers > norms.load_max) {
      load.verdict = LoadVerdict::kAbove;
      load.deviation = load.teachers - norms.load_max;
    }
  }
  return result;
}

LoadTotals totals(const std::vector<MethodistLoad>& loads) {
  LoadTotals sum;
  for (const auto& load : loads) {
    sum.below += load.verdict == LoadVerdict::kBelow;
    sum.within += load.verdict == LoadVerdict::kWithin;
    sum.above += load.verdict == LoadVerdict::kAbove;
  }
  return sum;
}

}  // namespace metodaktiv::reports
