#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/toml_reader.h"

namespace metodaktiv::demo {

/// Events of one kind that a made-up school year has.
struct EventRule {
  std::string kind;
  int each_year = 1;
  int days = 0;         ///< beyond the first
  bool spread = false;  ///< evenly over the year, titles in order
  std::vector<std::string>
      on;  ///< MM-DD: one in the week from each of these days; else by each_year
  std::vector<std::string> titles, places;
  std::string audience;
};

/// The [[`key`]] of a file of the demo.
std::vector<EventRule> read_event_rules(config::TomlReader& reader, std::string_view key);

/// `shared` without the kinds that the region has rules of its own for, and these behind it.
std::vector<EventRule> combined(const std::vector<EventRule>& shared,
                                const std::vector<EventRule>& own);

}  // namespace metodaktiv::demo
