#include "site/figure_change.h"

#include <algorithm>

#include "base/number.h"

namespace metodaktiv::site {
namespace {

using config::Unit;
using Way = FigureChange::Way;

std::string_view key_of(Way way) {
  switch (way) {
    case Way::kBetter:
      return "better";
    case Way::kWorse:
      return "worse";
    case Way::kOther:
      return "other";
    case Way::kRunning:
      return "running";
    case Way::kSame:
      break;
  }
  return "same";
}

}  // namespace

std::string FigureChange::shown() const {
  if (way == Way::kRunning) return "год идёт";
  if (tenths == 0) return "без изменений";
  if (unit == Unit::kPresence) return tenths > 0 ? "появилось" : "больше нет";
  const auto sign = tenths > 0 ? "+" : "";  // fixed_russian() brings the minus
  return sign + base::fixed_russian(tenths, 1) + (unit == Unit::kPercent ? "\u00A0п.\u00A0п." : "");
}

std::optional<FigureChange> change_of(const Figure* now, const Figure* before) {
  if (now == nullptr || before == nullptr) return std::nullopt;
  const auto today = now->scaled(1);
  const auto earlier = before->scaled(1);
  if (!today || !earlier || now->unit != before->unit) return std::nullopt;
  FigureChange change{Way::kSame, *today - *earlier, now->unit};
  if (now->still_accumulates) change.way = Way::kRunning;
  if (now->still_accumulates || change.tenths == 0) return change;
  const bool good = (change.tenths > 0) == (now->target_is == config::TargetIs::kAtLeast);
  change.way = !now->target ? Way::kOther : good ? Way::kBetter : Way::kWorse;
  return change;
}

void fill_change(Dict dict, const Figure* now, const Figure* before) {
  const auto change = change_of(now, before);
  if (!change) return;
  Dict entry = dict.add("CHANGE");
  entry.set("CHANGE_VALUE", change->shown());
  entry.set("CHANGE_WAY", key_of(change->way));
  if (change->way == Way::kBetter) entry.put("CHANGE_WORD", "лучше");
  if (change->way == Way::kWorse) entry.put("CHANGE_WORD", "хуже");
}

std::optional<double> median_of(const std::vector<const Figure*>& figures) {
  std::vector<double> values;
  for (const auto* figure : figures) {
    if (const auto value = figure->value()) values.push_back(*value);
  }
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace metodaktiv::site
