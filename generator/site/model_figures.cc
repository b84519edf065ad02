#include "site/model_figures.h"

#include <string>

#include "site/model_index.h"

namespace metodaktiv::site {
namespace {

config::Unit unit_from(const std::string& key) {
  for (const auto unit : {config::Unit::kRatio, config::Unit::kCount, config::Unit::kPresence}) {
    if (key == config::unit_key(unit)) return unit;
  }
  return config::Unit::kPercent;
}

}  // namespace

std::optional<long long> optional_integer(const registry::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

void read_figures(registry::Database& publication, const config::RegionProfile& profile,
                  Model& model) {
  auto row = publication.prepare(
      "SELECT indicator, school_year, scope, code, name, numerator, denominator, unit, target, "
      "status "
      "FROM indicator_values ORDER BY indicator, school_year, scope, code",
      "публикация");
  while (row.next()) {
    const auto* definition = profile.indicator(row.text(0));
    if (definition == nullptr) continue;
    Figure f;
    const auto scope = row.text(2);
    f.scope = scope == "region"      ? Scope::kRegion
              : scope == "territory" ? Scope::kTerritory
                                     : Scope::kMunicipality;
    f.code = row.text(3);
    f.name = row.text(4);
    f.numerator = row.optional_real(5);
    f.denominator = row.optional_real(6);
    f.unit = unit_from(row.text(7));
    f.target = row.optional_real(8);
    f.target_is = definition->target_is;
    f.status = status_from(row.text(9));
    auto key = figure_key(definition->id, row.text(1), f.scope, f.code);
    model.figures.emplace(std::move(key), std::move(f));
  }
}

void read_form1(registry::Database& publication, Model& model) {
  const Index subjects(model.subjects);
  auto row = publication.prepare(
      "SELECT scope || '/' || code, subject, teachers, recommended_min, recommended_max, actual "
      "FROM form1 "
      "ORDER BY scope, code, position",
      "публикация");
  while (row.next()) {
    Form1Row entry;
    entry.subject = subjects.find(row.text(1));
    entry.teachers = optional_integer(row, 2);
    entry.recommended_min = optional_integer(row, 3);
    entry.recommended_max = optional_integer(row, 4);
    entry.actual = row.integer(5);
    model.form1[row.text(0)].push_back(entry);
  }
}

}  // namespace metodaktiv::site
