#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "changes/compare.h"

namespace metodaktiv::changes {
namespace {

using indicators::Figure;
using indicators::Status;

using Key = std::tuple<std::string, int, std::string>;  ///< indicator, scope, place

Key key_of(const Figure& figure) {
  return {figure.indicator, static_cast<int>(figure.scope), figure.code};
}

/// What a place had of an indicator that gave it no row.
Figure without_data(Figure figure) {
  figure.numerator.reset();
  figure.denominator.reset();
  figure.status = Status::kNoData;
  return figure;
}

}  // namespace

void compare_figures(const Snapshot& before, const Snapshot& after,
                     const config::RegionProfile& profile, Changes& into) {
  const auto has_year = [](const Snapshot& snapshot, const std::string& year) {
    return std::any_of(snapshot.figures.begin(), snapshot.figures.end(),
                       [&](const Figure& figure) { return figure.school_year == year; });
  };
  // Across the turn of a school year the earlier one is compared: the new one had no figures yet.
  const auto year = std::min(before.school_year, after.school_year);
  if (!has_year(before, year) || !has_year(after, year)) return;
  into.figures_year = year;
  std::map<Key, const Figure*> earlier;
  std::set<std::string> measured;  // an indicator that is new has not moved
  for (const auto& figure : before.figures) {
    if (figure.school_year == year) earlier.emplace(key_of(figure), &figure);
    if (figure.school_year == year) measured.insert(figure.indicator);
  }
  for (const auto& figure : after.figures) {
    if (figure.school_year != year || !measured.contains(figure.indicator)) continue;
    const auto found = earlier.find(key_of(figure));
    const auto was = found != earlier.end() ? *found->second : without_data(figure);
    if (was.unit != figure.unit) continue;
    if (was.status == Status::kSuppressed || figure.status == Status::kSuppressed) {
      ++into.figures_hidden;
    } else if (was.scaled(1) != figure.scaled(1)) {
      into.figures.push_back({was, figure, {}, {}});
    }
  }
  const auto order = [&](const Figure& figure) {
    const auto& all = profile.indicators;
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& definition) {
      return definition.id == figure.indicator;
    });
    return std::tuple(at - all.begin(), static_cast<int>(figure.scope), base::folded(figure.name),
                      figure.code);
  };
  std::stable_sort(into.figures.begin(), into.figures.end(),
                   [&](const FigureChange& a, const FigureChange& b) {
                     return order(a.after) < order(b.after);
                   });
}

}  // namespace metodaktiv::changes
