#include "indicators/distribution.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/number.h"
#include "indicators/environment.h"
#include "registry/registry.h"

namespace metodaktiv::indicators {
namespace {

using config::DistributionDefinition;

using CountsByPlace = std::map<std::string, std::vector<std::optional<long long>>>;

[[noreturn]] void fail(const DistributionDefinition& definition, const std::string& what) {
  throw base::Failure(fmt::format("{}: запрос распределения «{}» {}",
                                  definition.query_file.string(), definition.id, what));
}

std::vector<DistributionRow> empty_rows(registry::Database& db,
                                        const config::RegionProfile& profile, std::size_t width) {
  const std::vector<std::optional<long long>> zeros(width, 0);
  std::vector<DistributionRow> rows = {{Scope::kRegion, profile.code, profile.name, {}, zeros, 0}};
  auto territories = db.prepare("SELECT code, name FROM territories ORDER BY code");
  while (territories.next()) {
    rows.push_back({Scope::kTerritory, territories.text(0), territories.text(1), {}, zeros, 0});
  }
  auto municipalities =
      db.prepare("SELECT code, name, territory FROM municipalities ORDER BY code");
  while (municipalities.next()) {
    rows.push_back({Scope::kMunicipality, municipalities.text(0), municipalities.text(1),
                    municipalities.text_or_empty(2), zeros, 0});
  }
  return rows;
}

CountsByPlace run_query(registry::Database& db, const DistributionDefinition& definition,
                        base::SchoolYear year, base::Date as_of) {
  auto query = db.prepare(definition.sql, definition.query_file.string());
  query.bind_if_present(":school_year", year.text());
  query.bind_if_present(":previous_year", year.previous().text());
  query.bind_if_present(":as_of", as_of.iso());
  if (query.columns() != 3) {
    fail(definition, fmt::format("возвращает столбцов: {}. Нужны три: municipality, key, count.",
                                 query.columns()));
  }
  CountsByPlace counts;
  while (query.next()) {
    const auto code = query.text_or_empty(0);
    if (code.empty()) continue;
    const auto key = query.text_or_empty(1);
    const auto& values = definition.values;
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.key == key; });
    if (value == values.end()) continue;  // an answer that the profile does not list
    auto& row = counts[code];
    row.resize(values.size());
    auto& cell = row[static_cast<std::size_t>(value - values.begin())];
    if (cell) {
      fail(definition, fmt::format("вернул муниципалитет «{}» с ключом «{}» дважды. Добавьте "
                                   "GROUP BY.",
                                   code, key));
    }
    cell = query.integer(2);
  }
  return counts;
}

void add(DistributionRow& row, const std::vector<std::optional<long long>>& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    *row.counts[i] += counts[i].value_or(0);
    *row.total += counts[i].value_or(0);
  }
}

Distribution distribution_of(registry::Database& db, const config::RegionProfile& profile,
                             const DistributionDefinition& definition, base::SchoolYear year,
                             base::Date as_of) {
  auto counts = run_query(db, definition, year, as_of);
  Distribution result{&definition, empty_rows(db, profile, definition.values.size())};
  auto& rows = result.rows;
  for (auto& row : rows) {
    if (row.scope != Scope::kMunicipality) continue;
    const auto own = counts.find(row.code);
    if (own == counts.end()) continue;
    add(row, own->second);
    add(rows.front(), own->second);
    for (auto& other : rows) {
      if (other.scope == Scope::kTerritory && other.code == row.territory) add(other, own->second);
    }
    counts.erase(own);
  }
  if (!counts.empty()) {
    fail(definition,
         fmt::format("вернул муниципалитет «{}», которого нет в реестре. Первый столбец "
                     "должен быть кодом муниципалитета.",
                     counts.begin()->first));
  }
  return result;
}

}  // namespace

std::string shown_share(const std::optional<long long>& count,
                        const std::optional<long long>& total) {
  if (!count || !total || *total == 0) return "—";
  return base::fixed_russian(
             base::scaled_ratio(static_cast<double>(*count), static_cast<double>(*total), 100, 1),
             1) +
         "\u00A0%";
}

std::vector<Distribution> distributions(const std::filesystem::path& registry_file,
                                        const config::RegionProfile& profile, base::Date as_of) {
  if (profile.distributions.empty()) return {};
  auto registry = registry::open_registry(registry_file);
  const auto year = base::SchoolYear::of(as_of);
  prepare_environment(registry, profile, year, as_of);
  std::vector<Distribution> result;
  for (const auto& definition : profile.distributions)
    result.push_back(distribution_of(registry, profile, definition, year, as_of));
  return result;
}

}  // namespace metodaktiv::indicators
