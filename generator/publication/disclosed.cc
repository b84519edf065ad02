#include "publication/disclosed.h"

#include <algorithm>
#include <map>

#include "disclosure/suppression.h"

namespace metodaktiv::publication {
namespace {

using disclosure::Cell;
using disclosure::Group;
using indicators::Figure;
using indicators::Form1;
using indicators::Form1Row;
using indicators::Scope;

Cell cell_of(const Figure& figure) {
  Cell cell;
  cell.may_be_small = figure.scope == Scope::kRegion;
  const double numerator = figure.numerator.value_or(0);
  if (figure.unit == config::Unit::kCount) {
    cell.counts = {numerator};
    return cell;
  }
  const double denominator = figure.denominator.value_or(0);
  cell.counts = {numerator, denominator, std::max(0.0, denominator - numerator)};
  return cell;
}

/// Municipalities add up to their territory; territories and municipalities outside any add up to
/// the region; all municipalities do so too.
std::vector<Group> groups_of(const std::vector<Figure>& figures,
                             const std::map<std::string, std::string>& territory_of) {
  std::map<std::string, Group> territories;
  Group region;
  Group municipalities;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto& figure = figures[i];
    if (figure.scope == Scope::kRegion) region.total = municipalities.total = i;
    if (figure.scope == Scope::kTerritory) territories[figure.code].total = i;
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto& figure = figures[i];
    if (figure.scope == Scope::kTerritory) region.members.push_back(i);
    if (figure.scope != Scope::kMunicipality) continue;
    municipalities.members.push_back(i);
    const auto& territory = territory_of.at(figure.code);
    const auto found = territories.find(territory);
    if (found == territories.end()) {
      region.members.push_back(i);
    } else {
      found->second.members.push_back(i);
    }
  }
  std::vector<Group> groups;
  groups.reserve(territories.size() + 2);
  for (auto& [code, group] : territories) groups.push_back(std::move(group));
  groups.push_back(std::move(region));
  groups.push_back(std::move(municipalities));
  return groups;
}

void disclose(std::vector<Figure>& figures, const std::map<std::string, std::string>& territory_of,
              int k) {
  std::vector<Cell> cells;
  cells.reserve(figures.size());
  for (const auto& figure : figures) cells.push_back(cell_of(figure));
  disclosure::suppress(cells, groups_of(figures, territory_of), k);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (!cells[i].suppressed) continue;
    figures[i].numerator.reset();
    figures[i].denominator.reset();
    figures[i].status = indicators::Status::kSuppressed;
  }
}

}  // namespace

std::vector<Figure> disclosed_figures(const indicators::Results& results,
                                      const config::RegionProfile& profile) {
  std::map<std::string, std::string> territory_of;
  for (const auto& place : results.municipalities()) territory_of[place.code] = place.territory;

  std::vector<Figure> disclosed;
  const auto& all = results.all();
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    while (end < all.size() && all[end].indicator == all[begin].indicator &&
           all[end].school_year == all[begin].school_year) {
      ++end;
    }
    std::vector<Figure> batch(all.begin() + static_cast<std::ptrdiff_t>(begin),
                              all.begin() + static_cast<std::ptrdiff_t>(end));
    const auto* definition = profile.indicator(all[begin].indicator);
    if (!definition || definition->counts_people)
      disclose(batch, territory_of, profile.disclosure_k);
    disclosed.insert(disclosed.end(), batch.begin(), batch.end());
    begin = end;
  }
  return disclosed;
}

std::vector<Form1> disclosed_form1(std::vector<Form1> forms, int k) {
  // Cells in the order form by form: its subjects, then its total.
  std::vector<Cell> cells;
  std::vector<Form1Row*> rows;
  std::vector<Group> groups;
  const auto add = [&](Form1Row& row, bool region) {
    cells.push_back({{static_cast<double>(row.teachers.value_or(0))}, region, false});
    rows.push_back(&row);
    return cells.size() - 1;
  };
  std::vector<Group> by_subject;
  Group totals;
  for (auto& form : forms) {
    const bool region = form.scope == Scope::kRegion;
    Group own;
    if (region) by_subject.resize(form.rows.size());
    for (std::size_t s = 0; s < form.rows.size(); ++s) {
      const auto cell = add(form.rows[s], region);
      own.members.push_back(cell);
      if (region) {
        by_subject[s].total = cell;
      } else {
        by_subject[s].members.push_back(cell);
      }
    }
    own.total = add(form.total, region);
    if (region) {
      totals.total = own.total;
    } else {
      totals.members.push_back(own.total);
    }
    groups.push_back(std::move(own));
  }
  groups.insert(groups.end(), by_subject.begin(), by_subject.end());
  groups.push_back(std::move(totals));

  disclosure::suppress(cells, groups, k);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].suppressed) continue;
    rows[i]->teachers.reset();
    rows[i]->recommended_min.reset();
    rows[i]->recommended_max.reset();
  }
  return forms;
}

}  // namespace metodaktiv::publication
