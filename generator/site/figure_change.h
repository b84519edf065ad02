#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/dict.h"
#include "site/figure.h"

namespace metodaktiv::site {

/// How a figure differs from the one of an earlier year, both published.
struct FigureChange {
  /// kOther: changed, without a target to say; kRunning: the year is not over yet.
  enum class Way { kSame, kBetter, kWorse, kOther, kRunning };
  Way way = Way::kSame;
  long long tenths = 0;  ///< of the unit; the difference of what both years show
  config::Unit unit = config::Unit::kPercent;

  /// «+3,2 п. п.», «−5», «без изменений», «появилось», «больше нет», «год идёт».
  [[nodiscard]] std::string shown() const;
};

/// Nothing when either year has no number to show.
std::optional<FigureChange> change_of(const Figure* now, const Figure* before);

/// CHANGE section with CHANGE_VALUE and CHANGE_WAY ("better", "worse", "same", "other", "running");
/// for "better" and "worse" also CHANGE_WORD, which says so.
void fill_change(Dict dict, const Figure* now, const Figure* before);

/// The middle of the published values; nothing when there are none. Suppressed figures don't enter,
/// so it tells nothing about them.
std::optional<double> median_of(const std::vector<const Figure*>& figures);

}  // namespace metodaktiv::site
