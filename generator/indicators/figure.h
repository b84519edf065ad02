#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "config/indicator_definition.h"

namespace metodaktiv::indicators {

enum class Scope { kRegion, kTerritory, kMunicipality };
enum class Status { kNoData, kMet, kNotMet, kInfo, kSuppressed };

/// "region", "territory", "municipality" / "no_data", "met", "not_met", "info", "suppressed".
std::string_view scope_key(Scope scope);
std::string_view status_key(Status status);

/// One cell: an indicator for one place and school year (docs/indicators.md, "How values come
/// about").
struct Figure {
  std::string indicator;
  Scope scope = Scope::kMunicipality;
  std::string code;  ///< of the municipality, the territory or the region
  std::string name;
  std::string school_year;
  std::optional<double> numerator;    ///< empty: no data or suppressed
  std::optional<double> denominator;  ///< empty also for counts without one
  config::Unit unit =
      config::Unit::kPercent;  ///< presence turns into percent above the municipality
  std::optional<double> target;
  config::TargetIs target_is = config::TargetIs::kAtLeast;
  Status status = Status::kNoData;

  /// Value in units of 10^-decimals, rounded half away from zero from the exact ratio; empty when
  /// there is none. decimals: 2 for machines, 1 for people.
  [[nodiscard]] std::optional<long long> scaled(int decimals) const;
  /// For machines: "33.33"; empty text when there is no value.
  [[nodiscard]] std::string machine_value() const;
  /// For people: "33,3 %", "68,2", "12", "есть"/"нет", "—" without data, "менее 5"/"скрыто" never
  /// here.
  [[nodiscard]] std::string shown() const;
  /// Value as a double for charts and cells.
  [[nodiscard]] std::optional<double> value() const;
};

/// Status of a figure that is not suppressed: no_data, met, not_met or info.
Status status_of(const Figure& figure);

/// "≥ 80 %", "≤ 70", "есть"; empty without a target.
std::string shown_target(const Figure& figure);

}  // namespace metodaktiv::indicators
