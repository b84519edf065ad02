#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/indicator_definition.h"

namespace metodaktiv::site {

enum class Scope : std::uint8_t { kRegion, kTerritory, kMunicipality };
enum class Status : std::uint8_t { kNoData, kMet, kNotMet, kInfo, kSuppressed };

/// A published figure: one indicator, place and school year, after disclosure control.
struct Figure {
  Scope scope = Scope::kMunicipality;
  std::string code, name;
  std::optional<double> numerator, denominator;
  config::Unit unit = config::Unit::kPercent;
  std::optional<double> target;
  config::TargetIs target_is = config::TargetIs::kAtLeast;
  Status status = Status::kNoData;
  /// Adds up what happens in a school year that still runs: not to be compared with a whole year.
  bool still_accumulates = false;

  /// In units of 10^-decimals, rounded half away from zero; empty when there is no number to show.
  [[nodiscard]] std::optional<long long> scaled(int decimals) const;
  [[nodiscard]] std::optional<double> value() const;  ///< exact, for bars and places
  /// «33,3 %», «68,2», «есть», «скрыто», «нет данных».
  [[nodiscard]] std::string shown() const;
  /// «≥ 80 %», «есть»; empty without a target.
  [[nodiscard]] std::string shown_target() const;
  /// «46 из 58», «140 на 2» for a ratio; the numerator alone for counts; empty when there is
  /// nothing to show.
  [[nodiscard]] std::string shown_parts() const;
};

/// A count of people or things as a person reads it, «скрыто» when disclosure control removed it.
std::string shown_or_hidden(const std::optional<long long>& count);

/// A figure's place among the others of its year: 1 is the best; equal values share a place.
struct Ranked {
  const Figure* figure = nullptr;
  std::size_t place = 0;  ///< 0: no number, no place
};

/// Best first by the direction of the target, then by name; figures without a number come last.
std::vector<Ranked> ranked(const std::vector<const Figure*>& figures);

/// How many of the figures reach the target, and how many have one and a number.
struct TargetCount {
  std::size_t met = 0, measured = 0;
};
TargetCount count_targets(const std::vector<const Figure*>& figures);

/// "met", "not_met", "info", "no_data", "suppressed" → status; unknown: no data.
Status status_from(std::string_view key);
/// The key again, for names of CSS classes.
std::string_view status_key(Status status);
/// «достигнуто», «не достигнуто», «без цели», «нет данных», «скрыто».
std::string_view status_title(Status status);

}  // namespace metodaktiv::site
