#pragma once

#include <filesystem>
#include <optional>
#include <string>

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
  bool counts_people = true;  ///< disclosure control applies
  bool region_only = false;
  std::filesystem::path query_file;
  std::string sql;
  int line = 0;  ///< of indicators.toml, for messages
};

/// "percent", "ratio", "count", "presence": the word in open data.
std::string_view unit_key(Unit unit);

}  // namespace metodaktiv::config
