#include "indicators/results.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/csv.h"
#include "base/error.h"
#include "base/number.h"
#include "base/parallel.h"
#include "indicators/environment.h"
#include "registry/registry.h"

namespace metodaktiv::indicators {
namespace {

using config::IndicatorDefinition;
using config::Unit;

std::string index_key(std::string_view indicator, std::string_view year, Scope scope,
                      std::string_view code) {
  return fmt::format("{}\n{}\n{}\n{}", indicator, year, scope_key(scope), code);
}

struct Counts {
  std::optional<double> numerator, denominator;
};

std::vector<Place> read_places(registry::Database& db, const config::RegionProfile& profile) {
  std::vector<Place> places = {{Scope::kRegion, profile.code, profile.name, {}}};
  auto territories = db.prepare("SELECT code, name FROM territories ORDER BY code");
  while (territories.next()) {
    places.push_back({Scope::kTerritory, territories.text(0), territories.text(1), {}});
  }
  auto municipalities =
      db.prepare("SELECT code, name, territory FROM municipalities ORDER BY code");
  while (municipalities.next()) {
    places.push_back({Scope::kMunicipality, municipalities.text(0), municipalities.text(1),
                      municipalities.text_or_empty(2)});
  }
  return places;
}

/// Rows of one query by municipality; a Failure names the SQL file when its result has another
/// shape.
std::map<std::string, Counts> run_query(registry::Database& db,
                                        const IndicatorDefinition& indicator, base::SchoolYear year,
                                        base::Date as_of) {
  const std::string origin = indicator.query_file.string();
  auto query = db.prepare(indicator.sql, origin);
  query.bind_if_present(":school_year", year.text());
  query.bind_if_present(":previous_year", year.previous().text());
  query.bind_if_present(":as_of", as_of.iso());
  if (query.columns() != 3) {
    throw base::Failure(fmt::format(
        "{}: запрос показателя «{}» возвращает столбцов: {}. Нужны три: municipality, numerator, "
        "denominator.",
        origin, indicator.id, query.columns()));
  }
  std::map<std::string, Counts> rows;
  while (query.next()) {
    const auto code = query.text_or_empty(0);
    if (code.empty()) continue;
    if (!rows.emplace(code, Counts{query.optional_real(1), query.optional_real(2)}).second) {
      throw base::Failure(fmt::format(
          "{}: запрос показателя «{}» вернул муниципалитет «{}» дважды. Добавьте GROUP BY.", origin,
          indicator.id, code));
    }
  }
  return rows;
}

/// What a municipality has that the query does not list: nothing counted.
Counts missing_counts(Unit unit) {
  switch (unit) {
    case Unit::kPresence:
      return {0.0, 1.0};
    case Unit::kCount:
      return {0.0, std::nullopt};
    case Unit::kPercent:
    case Unit::kRatio:
      break;
  }
  return {0.0, 0.0};
}

void add(std::optional<double>& sum, const std::optional<double>& part) {
  if (part) sum = sum.value_or(0) + *part;
}

Figure make_figure(const IndicatorDefinition& indicator, const Place& place, base::SchoolYear year,
                   const Counts& counts) {
  Figure figure;
  figure.indicator = indicator.id;
  figure.scope = place.scope;
  figure.code = place.code;
  figure.name = place.name;
  figure.school_year = year.text();
  figure.numerator = counts.numerator;
  figure.denominator = counts.denominator;
  figure.unit = indicator.unit;
  figure.target = indicator.target;
  figure.target_is = indicator.target_is;
  if (indicator.unit == Unit::kPresence && place.scope != Scope::kMunicipality) {
    figure.unit = Unit::kPercent;
    if (figure.target) figure.target = 100;
  }
  figure.status = status_of(figure);
  return figure;
}

std::vector<Figure> figures_of(registry::Database& db, const IndicatorDefinition& indicator,
                               const std::vector<Place>& places, base::SchoolYear year,
                               base::Date as_of) {
  auto rows = run_query(db, indicator, year, as_of);
  for (const auto& row : rows) {
    const std::string& code = row.first;
    const bool known = std::any_of(places.begin(), places.end(), [&](const Place& place) {
      return place.code == code && (place.scope == Scope::kMunicipality || indicator.region_only);
    });
    if (known) continue;
    throw base::Failure(
        fmt::format("{}: запрос показателя «{}» вернул муниципалитет «{}», которого нет в реестре. "
                    "Первый столбец должен быть "
                    "кодом муниципалитета.",
                    indicator.query_file.string(), indicator.id, code));
  }
  // Sums over no municipality at all are zero, too.
  const Counts nothing =
      indicator.unit == Unit::kCount ? Counts{0.0, std::nullopt} : Counts{0.0, 0.0};
  Counts region = nothing;
  std::map<std::string, Counts> territories;
  for (const auto& place : places) {
    if (place.scope == Scope::kTerritory) territories[place.code] = nothing;
  }
  std::vector<Figure> municipal;
  for (const auto& place : places) {
    if (place.scope != Scope::kMunicipality) continue;
    const auto found = rows.find(place.code);
    const Counts counts = found == rows.end() ? missing_counts(indicator.unit) : found->second;
    for (Counts* sum :
         {&region, place.territory.empty() ? nullptr : &territories[place.territory]}) {
      if (!sum) continue;
      add(sum->numerator, counts.numerator);
      add(sum->denominator, counts.denominator);
    }
    municipal.push_back(make_figure(indicator, place, year, counts));
  }
  if (indicator.region_only) {
    // The query's own row for the region's code, else the sum.
    const auto own = rows.find(places.front().code);
    return {make_figure(indicator, places.front(), year, own == rows.end() ? region : own->second)};
  }
  std::vector<Figure> figures;
  for (const auto& place : places) {
    if (place.scope == Scope::kMunicipality) continue;
    figures.push_back(make_figure(
        indicator, place, year, place.scope == Scope::kRegion ? region : territories[place.code]));
  }
  figures.insert(figures.end(), municipal.begin(), municipal.end());
  return figures;
}

}  // namespace

Results::Results(std::vector<std::string> years, std::vector<Place> places,
                 std::vector<Figure> figures)
    : years_(std::move(years)), places_(std::move(places)), figures_(std::move(figures)) {
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const auto& f = figures_[i];
    index_.emplace(index_key(f.indicator, f.school_year, f.scope, f.code), i);
  }
}

std::vector<Place> Results::municipalities() const {
  std::vector<Place> result;
  std::copy_if(places_.begin(), places_.end(), std::back_inserter(result),
               [](const Place& p) { return p.scope == Scope::kMunicipality; });
  return result;
}

std::vector<Place> Results::territories() const {
  std::vector<Place> result;
  std::copy_if(places_.begin(), places_.end(), std::back_inserter(result),
               [](const Place& p) { return p.scope == Scope::kTerritory; });
  return result;
}

const Place& Results::region() const { return places_.front(); }

const Figure* Results::find(std::string_view indicator, std::string_view year, Scope scope,
                            std::string_view code) const {
  const auto it = index_.find(index_key(indicator, year, scope, code));
  return it == index_.end() ? nullptr : &figures_[it->second];
}

Results compute(const std::filesystem::path& registry_file, const config::RegionProfile& profile,
                base::Date as_of, unsigned jobs) {
  constexpr std::size_t kYears = 3;
  std::vector<base::SchoolYear> years(kYears, base::SchoolYear::of(as_of));
  for (std::size_t i = kYears - 1; i > 0; --i) years[i - 1] = years[i].previous();

  std::vector<Place> places;
  {
    auto db = registry::open_registry(registry_file);
    places = read_places(db, profile);
  }
  // One connection per year: the prepared relations of a year are made once.
  std::vector<std::vector<std::vector<Figure>>> by_year(kYears);
  base::parallel_for(kYears, jobs, [&](std::size_t i) {
    auto db = registry::open_registry(registry_file);
    const auto day = as_of_in(years[i], as_of);
    prepare_environment(db, profile, years[i], day);
    for (const auto& indicator : profile.indicators) {
      by_year[i].push_back(figures_of(db, indicator, places, years[i], day));
    }
  });

  std::vector<Figure> figures;
  for (std::size_t k = 0; k < profile.indicators.size(); ++k) {
    for (std::size_t i = 0; i < kYears; ++i) {
      figures.insert(figures.end(), by_year[i][k].begin(), by_year[i][k].end());
    }
  }
  std::vector<std::string> year_texts;
  for (const auto& year : years) year_texts.push_back(year.text());
  return {std::move(year_texts), std::move(places), std::move(figures)};
}

std::string to_csv(const std::vector<Figure>& figures) {
  base::CsvWriter csv({"indicator", "scope", "code", "name", "school_year", "numerator",
                       "denominator", "value", "unit", "target", "status"});
  const auto number = [](const std::optional<double>& value) {
    return value ? base::plain(*value) : std::string();
  };
  for (const auto& f : figures) {
    csv.row({f.indicator, std::string(scope_key(f.scope)), f.code, base::inert_cell(f.name),
             f.school_year, number(f.numerator), number(f.denominator), f.machine_value(),
             std::string(config::unit_key(f.unit)), number(f.target),
             std::string(status_key(f.status))});
  }
  return csv.take();
}

}  // namespace metodaktiv::indicators
