#include "reports/wording.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::reports {
namespace {

using config::TargetIs;
using config::Unit;
using indicators::Figure;
using indicators::Status;

/// Hundredths to tenths, half away from zero.
long long tenths(long long hundredths) {
  const long long magnitude = (std::llabs(hundredths) + 5) / 10;
  return hundredths < 0 ? -magnitude : magnitude;
}

long long hundredths_of(double value) { return std::llround(value * 100); }

}  // namespace

Change change(const Figure* now, const Figure* before) {
  if (!now || !before || now->unit != before->unit) return {};
  const auto current = now->scaled(2);
  const auto earlier = before->scaled(2);
  if (!current || !earlier) return {};
  Change result;
  result.delta = *current - *earlier;
  if (now->target && *result.delta != 0) {
    const bool grown = *result.delta > 0;
    result.mood = grown == (now->target_is == TargetIs::kAtLeast) ? Mood::kGood : Mood::kBad;
  }
  return result;
}

std::string shown(const Change& change, Unit unit) {
  if (!change.delta) return "—";
  if (unit == Unit::kPresence) {
    return *change.delta == 0 ? "без изменений" : *change.delta > 0 ? "появилось" : "утрачено";
  }
  if (*change.delta == 0) return "без изменений";
  if (tenths(*change.delta) == 0) return "менее 0,1";
  return (*change.delta > 0 ? "+" : "−") + shown_distance(std::llabs(*change.delta), unit);
}

std::string shown_hundredths(long long hundredths, Unit unit) {
  if (unit == Unit::kPresence) return hundredths > 0 ? "есть" : "нет";
  const auto text = base::fixed_russian(tenths(hundredths), 1);
  return unit == Unit::kPercent ? text + "\u00A0%" : text;
}

std::string shown_distance(long long hundredths, Unit unit) {
  // A distance that is there is never shown as 0.
  const auto rounded = tenths(hundredths);
  const auto text = rounded == 0 && hundredths != 0 ? "менее 0,1" : base::fixed_russian(rounded, 1);
  return unit == Unit::kPercent ? text + "\u00A0п.\u00A0п." : text;
}

std::string shown_status(const Figure& figure) {
  switch (figure.status) {
    case Status::kMet:
      return "✔ выполнено";
    case Status::kNotMet:
      return "✘ не выполнено";
    case Status::kInfo:
      return "— без цели";
    case Status::kNoData:
      return "нет данных";
    case Status::kSuppressed:
      return "скрыто";
  }
  return {};
}

long long distance_to_target(const Figure& figure) {
  const auto value = figure.scaled(2);
  if (figure.status != Status::kNotMet || !value) return 0;
  return std::llabs(hundredths_of(*figure.target) - *value);
}

Needed needed(const Figure& figure) {
  if (figure.status != Status::kNotMet || !figure.numerator) return {};
  const double numerator = *figure.numerator;
  const double denominator = figure.denominator.value_or(0);
  const double target = *figure.target;
  const auto whole_up = [](double value) {
    return static_cast<long long>(std::ceil(value - 1e-9));
  };
  const bool at_least = figure.target_is == TargetIs::kAtLeast;
  switch (figure.unit) {
    case Unit::kPercent:
      if (!at_least) return {};
      return {whole_up((target * denominator - 100 * numerator) / 100), false};
    case Unit::kRatio:
      if (at_least) return {whole_up(target * denominator - numerator), false};
      if (target <= 0) return {};
      return {whole_up(numerator / target - denominator), true};
    case Unit::kCount:
    case Unit::kPresence:
      if (!at_least) return {};
      return {whole_up(target - numerator), false};
  }
  return {};
}

PlaceWords place_words(const config::RegionProfile& profile, const std::string& code,
                       const std::string& name, const std::string& kind) {
  PlaceWords words;
  words.name = name;
  words.with_kind = kind.empty() ? name : fmt::format("{} ({})", name, kind);
  if (const auto* known = profile.municipality(code); known && known->name == name) {
    words.genitive = known->name_genitive;
    words.prepositional = known->name_prepositional;
  }
  return words;
}

std::string sentence(std::string text) {
  if (!text.ends_with('.')) text += '.';
  return text;
}

std::string of_total(long long part, long long total, std::string_view one, std::string_view many) {
  return fmt::format("{} из\u00A0{}\u00A0{}", base::grouped(part), base::grouped(total),
                     base::plural(total, one, many, many));
}

}  // namespace metodaktiv::reports
