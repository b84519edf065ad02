#include "site/model.h"

#include <fmt/format.h>

namespace metodaktiv::site {

std::string figure_key(std::string_view indicator, std::string_view year, Scope scope,
                       std::string_view code) {
  return fmt::format("{}\n{}\n{}\n{}", indicator, year, static_cast<int>(scope), code);
}

const Figure* Model::figure(std::string_view indicator, std::string_view year, Scope scope,
                            std::string_view code) const {
  const auto found = figures.find(figure_key(indicator, year, scope, code));
  return found == figures.end() ? nullptr : &found->second;
}

const Figure* Model::region_figure(std::string_view indicator, std::string_view year) const {
  return figure(indicator, year, Scope::kRegion, region_code);
}

std::vector<const Figure*> Model::figures_of(std::string_view indicator, std::string_view year,
                                             Scope scope) const {
  std::vector<const Figure*> result;
  const auto add = [&](const auto& places) {
    for (const auto& place : places) {
      if (const auto* found = figure(indicator, year, scope, place.code)) result.push_back(found);
    }
  };
  if (scope == Scope::kMunicipality) add(municipalities);
  if (scope == Scope::kTerritory) add(territories);
  return result;
}

const Distribution* Model::distribution(std::string_view id) const {
  for (const auto& entry : distributions) {
    if (entry.definition->id == id) return &entry;
  }
  return nullptr;
}

const std::vector<Form1Row>& Model::form1_of(Scope scope, std::string_view code) const {
  static const std::vector<Form1Row> kNone;
  const auto found =
      form1.find(fmt::format("{}/{}", scope == Scope::kRegion ? "region" : "municipality", code));
  return found == form1.end() ? kNone : found->second;
}

}  // namespace metodaktiv::site
