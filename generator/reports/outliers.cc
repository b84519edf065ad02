#include "reports/outliers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

#include "reports/standings.h"

namespace metodaktiv::reports {
namespace {

using config::TargetIs;
using config::Unit;
using indicators::Figure;
using indicators::Place;

/// 1: more is better, −1: less is better, 0: no way is better (a ratio without a target).
int better(const Figure& figure) {
  if (figure.target) return figure.target_is == TargetIs::kAtLeast ? 1 : -1;
  return figure.unit == Unit::kRatio ? 0 : 1;
}

bool large_enough(const Figure& figure, const OutlierRule& rule) {
  return figure.denominator && *figure.denominator >= rule.least_denominator;
}

/// Measures of all municipalities for one indicator, and which of them stand out.
class Group {
 public:
  Group(std::vector<Deviation> all, const OutlierRule& rule) : all_(std::move(all)), rule_(rule) {
    std::vector<long long> values;
    for (const auto& one : all_) values.push_back(one.measure);
    median_ = *median(values);
    quartiles_ = quartiles(std::move(values));
  }

  /// `tails`: those in the first and last places, too.
  void pick(bool tails, std::vector<Deviation>& picked) {
    for (auto& one : all_) {
      one.median = median_;
      one.above = one.measure > median_;
      one.far = beyond_fence(one.measure);
      if (!(one.far || (tails && in_tail(one))) || !distant(one)) continue;
      if (!large_enough(*one.now, rule_)) continue;
      if (one.before && !large_enough(*one.before, rule_)) continue;
      const int way = better(*one.now);
      one.good = way != 0 && (way > 0) == one.above;
      one.bad = way != 0 && !one.good;
      const long long range = std::max(quartiles_.upper - quartiles_.lower, 1LL);
      one.reach = std::llabs(one.measure - median_) * 4000 / range;
      picked.push_back(one);
    }
  }

 private:
  [[nodiscard]] bool beyond_fence(long long measure) const {
    const auto range = static_cast<double>(quartiles_.upper - quartiles_.lower);
    const auto quarters = static_cast<double>(measure * 4);
    return quarters < static_cast<double>(quartiles_.lower) - rule_.fence * range ||
           quarters > static_cast<double>(quartiles_.upper) + rule_.fence * range;
  }
  /// Those as far out as this one, itself included, are at most so many per cent of all.
  [[nodiscard]] bool in_tail(const Deviation& one) const {
    const auto as_far = std::count_if(all_.begin(), all_.end(), [&](const Deviation& other) {
      return one.above ? other.measure >= one.measure : other.measure <= one.measure;
    });
    return as_far * 100 <= static_cast<long long>(all_.size()) * rule_.tail_percent;
  }
  [[nodiscard]] bool distant(const Deviation& one) const {
    const auto distance = static_cast<double>(std::llabs(one.measure - median_));
    const double least = one.before ? rule_.least_change : rule_.least_distance;
    if (one.now->unit == Unit::kPercent) return distance >= least * 100;
    // Of a change the size of the value is the yardstick.
    const auto whole = static_cast<double>(one.before ? *one.before->scaled(2) : median_);
    return distance > 0 && distance * 100 >= least * std::fabs(whole);
  }

  std::vector<Deviation> all_;
  const OutlierRule& rule_;
  long long median_ = 0;
  Quartiles quartiles_;
};

void sort(std::vector<Deviation>& list) {
  const auto rank = [](const Deviation& d) { return std::tuple(!d.bad, !d.far, -d.reach); };
  std::stable_sort(list.begin(), list.end(),
                   [&](const Deviation& a, const Deviation& b) { return rank(a) < rank(b); });
}

std::vector<const Deviation*> of(const std::vector<Deviation>& list, std::string_view code) {
  std::vector<const Deviation*> result;
  for (const auto& one : list) {
    if (one.place.code == code) result.push_back(&one);
  }
  return result;
}

}  // namespace

Quartiles quartiles(std::vector<long long> values) {
  std::sort(values.begin(), values.end());
  const std::size_t last = values.size() - 1;
  const auto at = [&](std::size_t quarters) {
    const std::size_t index = quarters / 4;
    const auto part = static_cast<long long>(quarters % 4);
    const long long next = index < last ? values[index + 1] : values[index];
    return values[index] * (4 - part) + next * part;
  };
  return {at(last), at(3 * last)};
}

Outliers::Outliers(const indicators::Results& results, const config::RegionProfile& profile,
                   const OutlierRule& rule)
    : least_places_(rule.least_places) {
  const auto& years = results.years();
  const std::string previous = years.size() < 2 ? std::string() : years[years.size() - 2];
  const auto places = results.municipalities();
  const auto enough = [&](const std::vector<Deviation>& list) {
    return static_cast<int>(list.size()) >= rule.least_places;
  };
  for (const auto& indicator : profile.indicators) {
    std::vector<Deviation> values, changes;
    for (const auto& place : places) {
      const auto* now = results.find(indicator.id, results.current_year(), place.scope, place.code);
      if (!now || !now->scaled(2)) continue;
      ++with_data_[indicator.id];
      if (now->unit != Unit::kPercent && now->unit != Unit::kRatio) continue;
      Deviation one;
      one.indicator = &indicator;
      one.place = place;
      one.now = now;
      one.measure = *now->scaled(2);
      values.push_back(one);
      one.before = results.find(indicator.id, previous, place.scope, place.code);
      const auto moved = change(now, one.before);
      if (!moved.delta) continue;
      one.measure = *moved.delta;
      changes.push_back(std::move(one));
    }
    if (enough(values)) {
      compared_ = true;
      Group(std::move(values), rule).pick(true, values_);
    }
    if (enough(changes)) Group(std::move(changes), rule).pick(false, changes_);
  }
  sort(values_);
  sort(changes_);
}

std::vector<const Deviation*> Outliers::values_of(std::string_view municipality) const {
  return of(values_, municipality);
}

std::vector<const Deviation*> Outliers::changes_of(std::string_view municipality) const {
  return of(changes_, municipality);
}

bool Outliers::compared(std::string_view indicator) const {
  const auto found = with_data_.find(indicator);
  return found != with_data_.end() && found->second >= least_places_;
}

}  // namespace metodaktiv::reports
