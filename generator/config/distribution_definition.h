#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace metodaktiv::config {

/// One answer of a distribution.
struct DistributionValue {
  std::string key;
  std::string title;
  std::string note;  ///< what follows from it: shown beside the count; may be empty
};

/// A breakdown of a count by keys — methodists by working direction, follow-ups by outcome — as the
/// profile defines it (docs/indicators.md, "Distributions"): data, not code.
struct DistributionDefinition {
  std::string id;
  std::string title;
  std::string short_title;
  std::string unit;  ///< what is counted, genitive plural: «методистов»
  std::string source;
  std::string note;
  std::vector<DistributionValue> values;  ///< in the order in which they are shown
  bool counts_people = true;              ///< disclosure control applies
  bool is_public = true;                  ///< false: in restricted reports only
  std::filesystem::path query_file;
  std::string sql;
};

}  // namespace metodaktiv::config
