#include "site/distribution.h"

#include <algorithm>

#include "base/number.h"

namespace metodaktiv::site {

bool DistributionRow::has_hidden() const {
  return !total || std::any_of(counts.begin(), counts.end(), [](const auto& c) { return !c; });
}

const DistributionRow* Distribution::row(Scope scope, std::string_view code) const {
  for (const auto& entry : rows) {
    if (entry.scope == scope && entry.code == code) return &entry;
  }
  return nullptr;
}

bool Distribution::has_hidden() const {
  return std::any_of(rows.begin(), rows.end(),
                     [](const DistributionRow& row) { return row.has_hidden(); });
}

std::string shown_share(const std::optional<long long>& count,
                        const std::optional<long long>& total) {
  if (!count || !total || *total == 0) return "—";
  return base::fixed_russian(
             base::scaled_ratio(static_cast<double>(*count), static_cast<double>(*total), 100, 1),
             1) +
         "\u00A0%";
}

}  // namespace metodaktiv::site
