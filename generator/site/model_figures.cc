#include "site/model_figures.h"

#include <algorithm>
#include <string>
#include <utility>

#include "site/model_index.h"

namespace metodaktiv::site {
namespace {

config::Unit unit_from(const std::string& key) {
  for (const auto unit : {config::Unit::kRatio, config::Unit::kCount, config::Unit::kPresence}) {
    if (key == config::unit_key(unit)) return unit;
  }
  return config::Unit::kPercent;
}

/// Puts one answer of one place where it belongs; rows of a place follow each other.
void take_answer(Distribution& distribution, const registry::Statement& row) {
  const auto& answers = distribution.definition->values;
  const auto answer =
      std::find_if(answers.begin(), answers.end(),
                   [key = row.text(2)](const auto& value) { return value.key == key; });
  if (answer == answers.end()) return;
  const auto scope = scope_from(row.text(0));
  auto code = row.text(1);
  auto& rows = distribution.rows;
  if (rows.empty() || rows.back().scope != scope || rows.back().code != code) {
    rows.push_back({scope, std::move(code), {}, optional_integer(row, 4)});
    rows.back().counts.resize(answers.size());
  }
  rows.back().counts[static_cast<std::size_t>(answer - answers.begin())] = optional_integer(row, 3);
}

}  // namespace

Scope scope_from(std::string_view key) {
  if (key == "region") return Scope::kRegion;
  return key == "territory" ? Scope::kTerritory : Scope::kMunicipality;
}

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
  const auto year = base::SchoolYear::of(model.as_of);
  const auto running_year = model.as_of < year.last_day() ? year.text() : std::string();
  while (row.next()) {
    const auto* definition = profile.indicator(row.text(0));
    if (definition == nullptr) continue;
    Figure f;
    f.scope = scope_from(row.text(2));
    f.code = row.text(3);
    f.name = row.text(4);
    f.numerator = row.optional_real(5);
    f.denominator = row.optional_real(6);
    f.unit = unit_from(row.text(7));
    f.target = row.optional_real(8);
    f.target_is = definition->target_is;
    f.status = status_from(row.text(9));
    f.still_accumulates = definition->accumulates && row.text(1) == running_year;
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

void read_distributions(registry::Database& publication, const config::RegionProfile& profile,
                        Model& model) {
  for (const auto& definition : profile.distributions) {
    auto row = publication.prepare(
        "SELECT scope, code, key, count, total FROM distribution_values WHERE distribution = ? "
        "ORDER BY CASE scope WHEN 'region' THEN 0 WHEN 'territory' THEN 1 ELSE 2 END, code, "
        "position",
        "публикация");
    row.bind(1, definition.id);
    Distribution distribution{&definition, {}};
    while (row.next()) take_answer(distribution, row);
    if (!distribution.rows.empty()) model.distributions.push_back(std::move(distribution));
  }
}

}  // namespace metodaktiv::site
