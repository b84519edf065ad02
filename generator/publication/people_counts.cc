#include "publication/people_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "base/error.h"
#include "disclosure/protection.h"

namespace metodaktiv::publication {
namespace {

using indicators::Scope;

/// Totals are what readers look for first: they are hidden last.
double price_of(Scope scope, const std::vector<double>& counts) {
  constexpr double kTerritory = 1e6, kRegion = 1e9;
  const double size = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  return size + (scope == Scope::kRegion ? kRegion : scope == Scope::kTerritory ? kTerritory : 1);
}

/// Members and total of the sums over places: municipalities add up to their territory; territories
/// and municipalities outside any add up to the region; all municipalities do so too.
template <typename Item>
std::vector<std::pair<Item, std::vector<Item>>> place_sums(
    const std::vector<std::tuple<Scope, std::string, Item>>& places,
    const std::map<std::string, std::string>& territory_of) {
  std::map<std::string, std::pair<Item, std::vector<Item>>> territories;
  std::vector<Item> region, of_region, municipalities;
  for (const auto& [scope, code, item] : places) {
    if (scope == Scope::kRegion) region.push_back(item);
    if (scope == Scope::kTerritory) {
      territories[code].first = item;
      of_region.push_back(item);
    }
  }
  for (const auto& [scope, code, item] : places) {
    if (scope != Scope::kMunicipality) continue;
    municipalities.push_back(item);
    const auto own = territory_of.find(code);
    const auto territory =
        own == territory_of.end() ? territories.end() : territories.find(own->second);
    (territory == territories.end() ? of_region : territory->second.second).push_back(item);
  }
  std::vector<std::pair<Item, std::vector<Item>>> sums;
  for (auto& [code, sum] : territories) sums.push_back(std::move(sum));
  if (!region.empty()) {
    sums.emplace_back(region.front(), of_region);
    if (!territories.empty()) sums.emplace_back(region.front(), municipalities);
  }
  return sums;
}

}  // namespace

std::string form1_population(const std::string& subject) {
  return subject.empty() ? kForm1Population : "form1." + subject + ".teachers";
}

std::string answer_population(const std::string& distribution, const std::string& key) {
  return distribution + "." + (key.empty() ? "total" : key);
}

PeopleCounts::PeopleCounts(std::map<std::string, std::string> territory_of, int k)
    : territory_of_(std::move(territory_of)), k_(k) {}

std::size_t PeopleCounts::quantity(const std::string& population, const CountPlace& place,
                                   double value) {
  const auto [it, added] = index_.try_emplace(
      Key{population, place.school_year, place.scope, place.code}, system_.values.size());
  if (added) {
    system_.values.push_back(value);
  } else if (std::abs(system_.values[it->second] - value) > 0.5) {
    throw base::Failure(fmt::format(
        "По профилю региона одних и тех же людей («{}») считают несколько показателей, но числа "
        "разошлись: {} и {} (место «{}», {} учебный год). Исправьте запросы или уберите общее имя "
        "numerator_population, denominator_population в indicators.toml.",
        population, system_.values[it->second], value, place.code, place.school_year));
  }
  return it->second;
}

std::size_t PeopleCounts::own_quantity(double value) {
  own_.insert(system_.values.size());
  system_.values.push_back(value);
  return system_.values.size() - 1;
}

void PeopleCounts::add_sum(std::size_t total, const std::vector<std::size_t>& parts) {
  disclosure::Equation equation{{{total, 1.0}}};
  double rest = system_.values[total];
  for (const auto part : parts) {
    equation.terms.emplace_back(part, -1.0);
    rest -= system_.values[part];
  }
  if (!parts.empty() && std::abs(rest) < 0.5) system_.equations.push_back(std::move(equation));
}

std::size_t PeopleCounts::add_cell(const CountPlace& place, std::vector<double> counts,
                                   std::vector<std::size_t> quantities, std::size_t guarded) {
  const bool region = place.scope == Scope::kRegion;
  for (std::size_t i = 0; !region && i < guarded; ++i) {
    const double value = system_.values[quantities[i]];
    if (value > 0 && value < k_) system_.sensitive.push_back(quantities[i]);
  }
  disclosure::Cell cell{std::move(counts), region, false, std::move(quantities)};
  cell.price = price_of(place.scope, cell.counts);
  cells_.push_back(std::move(cell));
  return cells_.size() - 1;
}

void PeopleCounts::add_places(const std::vector<std::pair<CountPlace, std::size_t>>& cells) {
  std::vector<std::tuple<Scope, std::string, std::size_t>> places;
  for (const auto& [place, cell] : cells) places.emplace_back(place.scope, place.code, cell);
  for (auto& [total, members] : place_sums(places, territory_of_))
    groups_.push_back({std::move(members), total});
}

void PeopleCounts::add_partition(const config::Partition& partition) {
  for (const auto& [key, whole] : index_) {
    if (std::get<0>(key) != partition.total) continue;
    std::vector<std::size_t> counted;
    double rest = system_.values[whole];
    for (const auto& part : partition.parts) {
      auto part_key = key;
      std::get<0>(part_key) = part;
      const auto found = index_.find(part_key);
      if (found == index_.end()) break;
      counted.push_back(found->second);
      rest -= system_.values[found->second];
    }
    if (counted.size() != partition.parts.size()) continue;
    if (!partition.exhaustive && rest >= 0) {
      counted.push_back(own_quantity(rest));
      slack_.insert(counted.back());
    }
    add_sum(whole, counted);
  }
}

void PeopleCounts::add_place_sums() {
  std::map<std::pair<std::string, std::string>,
           std::vector<std::tuple<Scope, std::string, std::size_t>>>
      by_population;
  for (const auto& [key, q] : index_) {
    const auto& [population, year, scope, code] = key;
    by_population[{population, year}].emplace_back(scope, code, q);
  }
  for (const auto& [population, places] : by_population) {
    for (const auto& [total, parts] : place_sums(places, territory_of_)) add_sum(total, parts);
  }
}

void PeopleCounts::told_before(std::size_t quantity, const std::optional<double>& value) {
  auto& told = former_[quantity];
  if (value) told = value;
}

void PeopleCounts::told_before(const std::string& population, const CountPlace& place,
                               const std::optional<double>& value) {
  const auto found = index_.find(Key{population, place.school_year, place.scope, place.code});
  if (found != index_.end()) told_before(found->second, value);
}

void PeopleCounts::add_former_sums() {
  const auto number = system_.equations.size();
  std::vector<std::size_t> chain(system_.values.size());  // hidden counts that hang together
  std::iota(chain.begin(), chain.end(), std::size_t{0});
  const auto root = [&](std::size_t q) {
    while (chain[q] != q) q = chain[q] = chain[chain[q]];
    return q;
  };
  std::vector<std::pair<std::size_t, bool>> sums;  // equation, whether it still holds
  std::map<std::size_t, std::size_t> hidden_in;    // equation → a count that was hidden
  std::map<std::size_t, double> former_slack;      // by equation
  for (std::size_t e = 0; e < number; ++e) {
    double rest = 0;
    bool told = true, has_slack = false;
    for (const auto& [q, coefficient] : system_.equations[e].terms) {
      if (slack_.contains(q)) {
        has_slack = true;
        continue;
      }
      const auto before = former_.find(q);
      told = told && before != former_.end();
      if (!told) break;
      rest += coefficient * before->second.value_or(system_.values[q]);
    }
    if (!told) continue;
    const auto& terms = system_.equations[e].terms;
    const bool within_a_figure = std::any_of(
        terms.begin(), terms.end(), [&](const auto& term) { return own_.contains(term.first); });
    for (const auto& [q, coefficient] : terms) {
      if (slack_.contains(q) || former_.at(q)) continue;
      const auto [first, added] = hidden_in.emplace(e, q);
      // Numerators may be as they were where denominators are not: each hangs together by itself.
      if (!added && !within_a_figure) chain[root(q)] = root(first->second);
    }
    // What lies beside the parts was whatever fitted, if not less than nobody.
    if (has_slack) former_slack[e] = std::max(0.0, rest);
    if (hidden_in.contains(e)) sums.emplace_back(e, has_slack ? rest > -0.5 : std::abs(rest) < 0.5);
  }
  std::set<std::size_t> corrected;
  for (const auto& [e, holds] : sums) {
    if (!holds) corrected.insert(root(hidden_in.at(e)));
  }
  for (const auto& [e, holds] : sums) {
    const auto is_corrected = [&](const auto& term) {
      const auto told = former_.find(term.first);
      return told != former_.end() && !told->second && corrected.contains(root(term.first));
    };
    const auto& terms = system_.equations[e].terms;
    if (std::any_of(terms.begin(), terms.end(), is_corrected)) continue;
    auto sum = system_.equations[e];
    bool differs = false;
    for (auto& [q, coefficient] : sum.terms) {
      if (slack_.contains(q)) {
        q = own_quantity(former_slack.at(e));
        continue;
      }
      const auto before = former_.at(q);
      if (!before || *before == system_.values[q]) continue;
      differs = true;
      q = own_quantity(*before);
      system_.given.push_back(q);
    }
    if (differs) system_.equations.push_back(std::move(sum));
  }
}

std::size_t PeopleCounts::protect() {
  add_place_sums();
  for (const auto& [q, before] : former_) {
    if (before && *before == system_.values[q]) system_.given.push_back(q);
  }
  add_former_sums();
  std::sort(system_.sensitive.begin(), system_.sensitive.end());
  const auto last = std::unique(system_.sensitive.begin(), system_.sensitive.end());
  system_.sensitive.erase(last, system_.sensitive.end());
  const auto exposed = disclosure::protect(system_, cells_, groups_, k_).size();
  if (exposed > 0 && system_.given.empty())
    throw base::Failure(
        "Малое число людей нельзя скрыть: по профилю региона оно следует из чисел, которые не о "
        "людях. Проверьте в indicators.toml [[partitions]] и имена numerator_population, "
        "denominator_population.");
  return exposed;
}

}  // namespace metodaktiv::publication
