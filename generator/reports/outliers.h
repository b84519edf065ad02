#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/results.h"
#include "reports/report_rules.h"
#include "reports/wording.h"

namespace metodaktiv::reports {

/// A municipality whose value, or change on last year, stands out among the municipalities of the
/// same date.
struct Deviation {
  const config::IndicatorDefinition* indicator = nullptr;
  indicators::Place place;
  const indicators::Figure* now = nullptr;
  const indicators::Figure* before = nullptr;  ///< of a change
  long long measure = 0;                       ///< hundredths: the value, or the change
  long long median = 0;  ///< of the municipalities' values, or of their changes
  bool above = false;    ///< above the median
  bool far = false;      ///< beyond the fence; else only among the first or last ones
  bool good = false;     ///< the way the target, or more, wants it
  bool bad = false;      ///< the other way; neither where no way is better
  long long reach = 0;   ///< distance from the median in thousandths of the interquartile range
};

/// What stands out in the current school year. Counts and presence are not compared: the former
/// hang on the size of a municipality, the latter have two values. Shares of fewer than
/// OutlierRule::least_denominator count for the spread and are not named.
class Outliers {
 public:
  Outliers(const indicators::Results& results, const config::RegionProfile& profile,
           const OutlierRule& rule);

  /// Values beyond the fence, or in the first or last per cent of places; the bad ones first, the
  /// farthest first.
  [[nodiscard]] const std::vector<Deviation>& values() const { return values_; }
  /// Changes on last year beyond the fence, in the same order.
  [[nodiscard]] const std::vector<Deviation>& changes() const { return changes_; }
  [[nodiscard]] std::vector<const Deviation*> values_of(std::string_view municipality) const;
  [[nodiscard]] std::vector<const Deviation*> changes_of(std::string_view municipality) const;
  /// Whether any indicator had enough municipalities to compare.
  [[nodiscard]] bool compared() const { return compared_; }
  /// Whether the indicator has values in enough municipalities.
  [[nodiscard]] bool compared(std::string_view indicator) const;

 private:
  std::vector<Deviation> values_, changes_;
  std::map<std::string, int, std::less<>> with_data_;
  int least_places_ = 0;
  bool compared_ = false;
};

/// Quartiles of values in quarters of their unit (linear between neighbours); of at least one
/// value.
struct Quartiles {
  long long lower = 0, upper = 0;
};
Quartiles quartiles(std::vector<long long> values);

}  // namespace metodaktiv::reports
