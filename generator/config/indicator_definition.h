#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace metodaktiv::config {

enum class Unit { kPercent, kRatio, kCount, kPresence };
enum class TargetIs { kAtLeast, kAtMost };

/// An indicator as the profile defines it (docs/indicators.md): data, not code.
struct IndicatorDefinition {
  std::string id;
  std::string group;
  std::string title;
  std::string short_title;
  Unit unit = Unit::kPercent;
  std::optional<double> target;  ///< in the unit's own numbers: 80 for 80 %; presence: 1
  TargetIs target_is = TargetIs::kAtLeast;
  std::string source;       ///< paragraph of the source document
  std::string numerator;    ///< in words
  std::string denominator;  ///< in words; empty for counts without one
  std::string note;
  /// Names of the people counted, shared by figures that count the same people (disclosure control
  /// takes them together); empty: the indicator's own.
  std::string numerator_population, denominator_population;
  bool counts_people = true;  ///< disclosure control applies
  bool region_only = false;
  /// Builds up over the school year, from nearly nothing in September: only at its end the value is
  /// comparable with other years and with the target.
  bool accumulates = false;
  /// What to do when the target is missed, for a municipality and for the region: templates with
  /// places for numbers (docs/indicators.md); empty: the general words.
  std::string next_step, next_step_region;
  std::string next_step_function;  ///< number in the standard; its deadline is the step's
  std::string next_step_rule;      ///< general step that says the same: one of the two is given
  std::filesystem::path query_file;
  std::string sql;
  int line = 0;  ///< of indicators.toml, for messages
};

/// A population that consists of others without overlap: disclosure control reckons with the sum.
struct Partition {
  std::string total;
  std::vector<std::string> parts;
  bool exhaustive = true;  ///< false: people may belong to none of the parts
};

/// "percent", "ratio", "count", "presence": the word in open data.
std::string_view unit_key(Unit unit);

}  // namespace metodaktiv::config
