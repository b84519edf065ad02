#include "site/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::site {
namespace {

using config::Unit;

constexpr std::array<std::string_view, 5> kKeys = {"no_data", "met", "not_met", "info",
                                                   "suppressed"};
constexpr std::array<std::string_view, 5> kTitles = {"нет данных", "достигнуто", "не достигнуто",
                                                     "без цели", "скрыто"};

bool is_quotient(Unit unit) { return unit == Unit::kPercent || unit == Unit::kRatio; }

}  // namespace

std::optional<long long> Figure::scaled(int decimals) const {
  if (status == Status::kSuppressed || status == Status::kNoData || !numerator) return std::nullopt;
  if (!is_quotient(unit)) return base::scaled_ratio(*numerator, 1, 1, decimals);
  if (!denominator || *denominator == 0) return std::nullopt;
  return base::scaled_ratio(*numerator, *denominator, unit == Unit::kPercent ? 100 : 1, decimals);
}

std::optional<double> Figure::value() const {
  if (!scaled(0)) return std::nullopt;
  if (!is_quotient(unit)) return numerator;
  return *numerator / *denominator * (unit == Unit::kPercent ? 100 : 1);
}

std::string Figure::shown() const {
  if (status == Status::kSuppressed) return "скрыто";
  const auto number = scaled(1);
  if (!number) return "нет данных";
  if (unit == Unit::kPresence) return *number == 0 ? "нет" : "есть";
  const auto text = base::fixed_russian(*number, 1);
  return unit == Unit::kPercent ? text + "\u00A0%" : text;
}

std::string Figure::shown_target() const {
  if (!target) return {};
  if (unit == Unit::kPresence) return "есть";
  const bool whole =
      unit == Unit::kPercent && target_is == config::TargetIs::kAtLeast && *target == 100;
  if (whole) return "100\u00A0%";
  return fmt::format("{}\u00A0{}{}", target_is == config::TargetIs::kAtLeast ? "≥" : "≤",
                     base::plain_russian(*target), unit == Unit::kPercent ? "\u00A0%" : "");
}

std::string Figure::shown_parts() const {
  if (status == Status::kSuppressed || !numerator || unit == Unit::kPresence) return {};
  if (!denominator) return base::plain_russian(*numerator);
  return fmt::format("{}\u00A0{}\u00A0{}", base::plain_russian(*numerator),
                     unit == Unit::kRatio ? "на" : "из", base::plain_russian(*denominator));
}

std::string shown_or_hidden(const std::optional<long long>& count) {
  return count ? base::grouped(*count) : "скрыто";
}

std::vector<Ranked> ranked(const std::vector<const Figure*>& figures) {
  std::vector<Ranked> rows;
  rows.reserve(figures.size());
  for (const auto* figure : figures) rows.push_back({figure, 0});
  std::sort(rows.begin(), rows.end(), [](const Ranked& a, const Ranked& b) {
    const auto left = a.figure->value();
    const auto right = b.figure->value();
    if (left.has_value() != right.has_value()) return left.has_value();
    if (left && *left != *right) {
      const bool low_is_best = a.figure->target_is == config::TargetIs::kAtMost;
      return low_is_best ? *left < *right : *left > *right;
    }
    const auto left_name = base::folded(a.figure->name);
    const auto right_name = base::folded(b.figure->name);
    return left_name != right_name ? left_name < right_name : a.figure->code < b.figure->code;
  });
  for (std::size_t i = 0; i < rows.size() && rows[i].figure->value(); ++i) {
    const bool tie = i > 0 && *rows[i].figure->value() == *rows[i - 1].figure->value();
    rows[i].place = tie ? rows[i - 1].place : i + 1;
  }
  return rows;
}

TargetCount count_targets(const std::vector<const Figure*>& figures) {
  TargetCount count;
  for (const auto* figure : figures) {
    if (figure->status == Status::kMet) ++count.met;
    if (figure->status == Status::kMet || figure->status == Status::kNotMet) ++count.measured;
  }
  return count;
}

Status status_from(std::string_view key) {
  const auto found = std::find(kKeys.begin(), kKeys.end(), key);
  return found == kKeys.end() ? Status::kNoData : static_cast<Status>(found - kKeys.begin());
}

std::string_view status_key(Status status) { return kKeys.at(static_cast<std::size_t>(status)); }
std::string_view status_title(Status status) {
  return kTitles.at(static_cast<std::size_t>(status));
}

}  // namespace metodaktiv::site
