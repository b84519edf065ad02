#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "config/region_profile.h"
#include "quality/message_template.h"

namespace metodaktiv::reports {

/// In the order of the list of steps.
enum class Urgency { kOverdue, kTarget, kFalling, kData };

/// A kind of trouble and what to do about it.
struct StepRule {
  Urgency urgency = Urgency::kTarget;
  bool enabled = true;
  std::optional<quality::MessageTemplate> text;         ///< for a municipality
  std::optional<quality::MessageTemplate> region_text;  ///< for the region; absent: no step there
  std::string source;                                   ///< paragraph; empty: the one of the facts
  std::string function;  ///< of the standard, whose deadline the step has; may be empty
};

/// When a value stands out among the municipalities (docs/indicators.md, "Rules of the reports").
struct OutlierRule {
  int least_places = 10;
  int least_denominator = 5;
  int tail_percent = 10;
  double fence = 1.5;         ///< interquartile ranges from the quartile
  double least_distance = 5;  ///< percentage points from the median, percent of it without percents
  double least_change = 10;   ///< the same for a change on last year
};

/// Steps of one indicator, in the words of its definition.
struct NextStep {
  std::optional<quality::MessageTemplate> text, region_text;
};

/// The judgement in the analytical texts, as data.
struct ReportRules {
  int most_steps = 10;
  OutlierRule outliers;
  std::map<std::string, StepRule, std::less<>> steps;
  std::map<std::string, NextStep, std::less<>> next_steps;  ///< by indicator id

  /// The rule of that name. Failure when data/reports lacks it.
  [[nodiscard]] const StepRule& step(std::string_view rule) const;
};

/// data/reports/rules.toml with the keys that the region's report_rules.toml replaces, and the
/// next steps of the profile's indicators. Failure lists everything that is wrong with file and
/// line.
ReportRules load_report_rules(const config::RegionProfile& profile);

}  // namespace metodaktiv::reports
