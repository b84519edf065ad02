#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/distribution_definition.h"
#include "site/figure.h"

namespace metodaktiv::site {

/// The counts of one place, one per answer of the definition; empty: hidden by disclosure control.
struct DistributionRow {
  Scope scope = Scope::kMunicipality;
  std::string code;
  std::vector<std::optional<long long>> counts;
  std::optional<long long> total;  ///< of all answers of the place

  [[nodiscard]] bool has_hidden() const;
};

/// A published distribution of the current school year, by the profile's definition.
struct Distribution {
  const config::DistributionDefinition* definition = nullptr;
  std::vector<DistributionRow> rows;  ///< region, territories, municipalities

  /// nullptr when the publication has no such place.
  [[nodiscard]] const DistributionRow* row(Scope scope, std::string_view code) const;
  [[nodiscard]] bool has_hidden() const;
};

/// Share of a count among all answers of its place: «21,3 %»; «—» when either is hidden or the
/// total is 0.
std::string shown_share(const std::optional<long long>& count,
                        const std::optional<long long>& total);

}  // namespace metodaktiv::site
