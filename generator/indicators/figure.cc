#include "indicators/figure.h"

#include <fmt/format.h>

#include <array>

#include "base/number.h"

namespace metodaktiv::indicators {
namespace {

using config::Unit;

int factor(Unit unit) { return unit == Unit::kPercent ? 100 : 1; }

bool is_ratio_like(Unit unit) { return unit == Unit::kPercent || unit == Unit::kRatio; }

}  // namespace

std::string_view scope_key(Scope scope) {
  static constexpr std::array<std::string_view, 3> kKeys = {"region", "territory", "municipality"};
  return kKeys.at(static_cast<std::size_t>(scope));
}

std::string_view status_key(Status status) {
  static constexpr std::array<std::string_view, 5> kKeys = {"no_data", "met", "not_met", "info",
                                                            "suppressed"};
  return kKeys.at(static_cast<std::size_t>(status));
}

std::optional<long long> Figure::scaled(int decimals) const {
  if (status == Status::kSuppressed || status == Status::kNoData || !numerator) return std::nullopt;
  if (!is_ratio_like(unit)) return base::scaled_ratio(*numerator, 1, 1, decimals);
  if (!denominator || *denominator == 0) return std::nullopt;
  return base::scaled_ratio(*numerator, *denominator, factor(unit), decimals);
}

std::string Figure::machine_value() const {
  const auto number = scaled(2);
  return number ? base::fixed(*number, 2) : std::string();
}

std::optional<double> Figure::value() const {
  const auto number = scaled(2);
  if (!number) return std::nullopt;
  return static_cast<double>(*number) / 100.0;
}

std::string Figure::shown() const {
  if (status == Status::kSuppressed) return "скрыто";
  const auto number = scaled(1);
  if (!number) return "—";
  if (unit == Unit::kPresence) return *number == 0 ? "нет" : "есть";
  const auto text = base::fixed_russian(*number, 1);
  return unit == Unit::kPercent ? text + "\u00A0%" : text;
}

Status status_of(const Figure& figure) {
  const bool no_denominator =
      figure.denominator ? *figure.denominator == 0 : is_ratio_like(figure.unit);
  if (!figure.numerator || no_denominator) return Status::kNoData;
  if (!figure.target) return Status::kInfo;
  // Compared exactly, by cross-multiplication, so that 79.996 % is not "80 %".
  const double left = *figure.numerator * factor(figure.unit);
  const double right = *figure.target * (is_ratio_like(figure.unit) ? *figure.denominator : 1.0);
  const bool met = figure.target_is == config::TargetIs::kAtLeast ? left >= right : left <= right;
  return met ? Status::kMet : Status::kNotMet;
}

std::string shown_target(const Figure& figure) {
  if (!figure.target) return {};
  if (figure.unit == Unit::kPresence) return "есть";
  const auto number = base::plain_russian(*figure.target);
  return fmt::format("{}\u00A0{}{}", figure.target_is == config::TargetIs::kAtLeast ? "≥" : "≤",
                     number, figure.unit == Unit::kPercent ? "\u00A0%" : "");
}

}  // namespace metodaktiv::indicators
