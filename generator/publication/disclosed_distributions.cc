#include "publication/disclosed_distributions.h"

#include <map>

#include "disclosure/suppression.h"

namespace metodaktiv::publication {
namespace {

using disclosure::Cell;
using disclosure::Group;
using indicators::Distribution;
using indicators::Scope;

/// Where the cell of a row and an answer stands; the total stands behind the answers.
std::size_t cell_index(const Distribution& distribution, std::size_t row, std::size_t answer) {
  return row * (distribution.definition->values.size() + 1) + answer;
}

std::vector<Cell> cells_of(const Distribution& distribution) {
  std::vector<Cell> cells;
  for (const auto& row : distribution.rows) {
    const bool region = row.scope == Scope::kRegion;
    for (const auto& count : row.counts)
      cells.push_back({{static_cast<double>(count.value_or(0))}, region, false});
    cells.push_back({{static_cast<double>(row.total.value_or(0))}, region, false});
  }
  return cells;
}

/// Answers add up to their place's total.
void add_rows(const Distribution& distribution, std::vector<Group>& groups) {
  const auto answers = distribution.definition->values.size();
  for (std::size_t row = 0; row < distribution.rows.size(); ++row) {
    Group group;
    group.total = cell_index(distribution, row, answers);
    for (std::size_t i = 0; i < answers; ++i)
      group.members.push_back(cell_index(distribution, row, i));
    groups.push_back(std::move(group));
  }
}

/// For one answer or the totals: municipalities add up to their territory; territories and
/// municipalities outside any add up to the region; all municipalities do so too.
void add_places(const Distribution& distribution, std::size_t answer, std::vector<Group>& groups) {
  std::map<std::string, Group> territories;
  Group region;
  Group municipalities;
  for (std::size_t row = 0; row < distribution.rows.size(); ++row) {
    const auto cell = cell_index(distribution, row, answer);
    const auto& place = distribution.rows[row];
    if (place.scope == Scope::kRegion) {
      region.total = municipalities.total = cell;
    } else if (place.scope == Scope::kTerritory) {
      territories[place.code].total = cell;
      region.members.push_back(cell);
    } else {
      municipalities.members.push_back(cell);
      const auto territory = territories.find(place.territory);
      (territory == territories.end() ? region : territory->second).members.push_back(cell);
    }
  }
  for (auto& [code, group] : territories) groups.push_back(std::move(group));
  groups.push_back(std::move(region));
  groups.push_back(std::move(municipalities));
}

void disclose(Distribution& distribution, int k) {
  auto cells = cells_of(distribution);
  std::vector<Group> groups;
  add_rows(distribution, groups);
  const auto answers = distribution.definition->values.size();
  for (std::size_t i = 0; i <= answers; ++i) add_places(distribution, i, groups);
  disclosure::suppress(cells, groups, k);
  for (std::size_t row = 0; row < distribution.rows.size(); ++row) {
    auto& place = distribution.rows[row];
    for (std::size_t i = 0; i < answers; ++i) {
      if (cells[cell_index(distribution, row, i)].suppressed) place.counts[i].reset();
    }
    if (cells[cell_index(distribution, row, answers)].suppressed) place.total.reset();
  }
}

}  // namespace

std::vector<Distribution> disclosed_distributions(const std::vector<Distribution>& distributions,
                                                  int k) {
  std::vector<Distribution> disclosed;
  for (const auto& distribution : distributions) {
    if (!distribution.definition->is_public) continue;
    disclosed.push_back(distribution);
    if (distribution.definition->counts_people) disclose(disclosed.back(), k);
  }
  return disclosed;
}

}  // namespace metodaktiv::publication
