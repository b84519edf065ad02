#include "reports/standings.h"

#include <algorithm>

#include "base/natural_order.h"

namespace metodaktiv::reports {
namespace {

using indicators::Figure;
using indicators::Status;

/// Places of items already sorted best first; `same(a, b)` tells a tie.
template <typename Items, typename Same, typename Assign>
void assign_places(Items& items, Same same, Assign assign) {
  int place = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 0 || !same(items[i - 1], items[i])) place = static_cast<int>(i) + 1;
    assign(items[i], place);
  }
}

}  // namespace

std::optional<long long> median(std::vector<long long> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  const long long sum = values[middle - 1] + values[middle];
  return (sum + (sum > 0 ? 1 : 0)) / 2;
}

Standings::Standings(const indicators::Results& results, const std::string& school_year) {
  std::map<std::string, std::vector<const Figure*>> by_indicator;
  for (const auto& figure : results.all()) {
    if (figure.scope == indicators::Scope::kMunicipality && figure.school_year == school_year) {
      by_indicator[figure.indicator].push_back(&figure);
    }
  }
  for (auto& [indicator, figures] : by_indicator) add_spread(indicator, std::move(figures));
  add_scores(results, school_year);
}

void Standings::add_spread(const std::string& indicator, std::vector<const Figure*> figures) {
  Spread spread;
  for (const Figure* f : figures) {
    spread.met += f->status == Status::kMet;
    spread.not_met += f->status == Status::kNotMet;
    spread.no_data += !f->scaled(2).has_value();
  }
  std::erase_if(figures, [](const Figure* f) { return !f->scaled(2); });
  std::stable_sort(figures.begin(), figures.end(), [](const Figure* a, const Figure* b) {
    const bool more_is_better = a->target_is == config::TargetIs::kAtLeast;
    return more_is_better ? *a->scaled(2) > *b->scaled(2) : *a->scaled(2) < *b->scaled(2);
  });
  std::vector<long long> values;
  bool presence = false;
  for (const Figure* f : figures) {
    values.push_back(*f->scaled(2));
    spread.best_first.push_back(f->code);
    spread.present += *f->scaled(2) > 0;
    presence = presence || f->unit == config::Unit::kPresence;
  }
  spread.with_data = static_cast<int>(figures.size());
  spread.median = median(std::move(values));
  if (!presence) {
    assign_places(
        figures, [](const Figure* a, const Figure* b) { return a->scaled(2) == b->scaled(2); },
        [&](const Figure* f, int place) { spread.places[f->code] = place; });
  }
  spreads_.emplace(indicator, std::move(spread));
}

void Standings::add_scores(const indicators::Results& results, const std::string& school_year) {
  std::map<std::string, Score> by_code;
  for (const auto& place : results.municipalities()) {
    by_code[place.code] = {place.code, place.name, 0, 0, 0, 0};
  }
  for (const auto& f : results.all()) {
    if (f.scope != indicators::Scope::kMunicipality || f.school_year != school_year || !f.target) {
      continue;
    }
    Score& score = by_code[f.code];
    score.met += f.status == Status::kMet;
    score.not_met += f.status == Status::kNotMet;
    score.no_data += f.status == Status::kNoData;
  }
  for (auto& [code, score] : by_code) scores_.push_back(std::move(score));
  std::stable_sort(scores_.begin(), scores_.end(), [](const Score& a, const Score& b) {
    return base::natural_less(a.name, b.name);
  });
  // Shares are compared by cross-multiplication; nobody measured comes last.
  const auto order = [](const Score& a, const Score& b) {
    if (a.with_target() == 0 || b.with_target() == 0) return a.with_target() > b.with_target();
    return a.met * b.with_target() > b.met * a.with_target();
  };
  std::stable_sort(scores_.begin(), scores_.end(), order);
  assign_places(
      scores_, [&](const Score& a, const Score& b) { return !order(a, b) && !order(b, a); },
      [](Score& score, int place) { score.place = place; });
}

const Spread& Standings::of(std::string_view indicator) const {
  static const Spread kNone;
  const auto found = spreads_.find(indicator);
  return found == spreads_.end() ? kNone : found->second;
}

std::optional<int> Standings::place(std::string_view indicator,
                                    std::string_view municipality) const {
  const auto& places = of(indicator).places;
  const auto found = places.find(municipality);
  if (found == places.end()) return std::nullopt;
  return found->second;
}

const Score* Standings::score(std::string_view municipality) const {
  for (const auto& score : scores_) {
    if (score.code == municipality) return &score;
  }
  return nullptr;
}

}  // namespace metodaktiv::reports
