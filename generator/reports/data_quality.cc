#include "reports/data_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "config/ownership.h"

namespace metodaktiv::reports {
namespace {

constexpr std::string_view kOrigin = "качество данных";

/// Rows of one table by municipality.
std::map<std::string, long long> rows_by_municipality(
    registry::Database& registry, const config::FormDefinition& form,
    const std::vector<config::OwnershipStep>& path) {
  std::string from = fmt::format("main.{} AS t0", form.table);
  for (std::size_t i = 1; i < path.size(); ++i) {
    from += fmt::format(" JOIN main.{} AS t{} ON t{}.{} = t{}.{}", path[i].form->table, i, i,
                        path[i].form->key.front(), i - 1, path[i - 1].column);
  }
  auto query = registry.prepare(
      fmt::format("SELECT t{0}.{1}, count(*) FROM {2} WHERE t{0}.{1} IS NOT NULL GROUP BY 1",
                  path.size() - 1, path.back().column, from),
      kOrigin);
  std::map<std::string, long long> counts;
  while (query.next()) counts[query.text(0)] = query.integer(1);
  return counts;
}

void count_rows(registry::Database& registry, const std::vector<config::FormDefinition>& forms,
                DataQuality& result) {
  for (const auto& form : forms) {
    const auto path = config::municipality_path(forms, form);
    if (path.empty()) continue;
    const auto counts = rows_by_municipality(registry, form, path);
    for (auto& [code, place] : result) {
      if (code.empty()) continue;
      const auto found = counts.find(code);
      const long long rows = found == counts.end() ? 0 : found->second;
      place.rows += rows;
      if (rows == 0) place.empty_tables.push_back(form.title);
      place.tables.push_back({form.table, form.title, rows});
    }
  }
}

void take_findings(const quality::Inspection& inspection, DataQuality& result) {
  std::map<std::string, std::set<std::pair<std::string_view, std::string_view>>> flagged;
  for (const auto& finding : inspection.findings) {
    auto found = result.find(finding.municipality);
    if (found == result.end()) found = result.find("");
    auto& place = found->second;
    const bool error = finding.finding.severity == base::Severity::kError;
    error ? ++place.errors : ++place.warnings;
    place.findings.push_back(&finding);
    const bool first = !finding.table.empty() && !finding.key.empty() &&
                       flagged[place.code].emplace(finding.table, finding.key).second;
    for (auto& table : place.tables) {
      if (table.key != finding.table) continue;
      ++table.remarks;
      if (first) table.flagged_rows = std::min(table.flagged_rows + 1, table.rows);
    }
  }
  for (auto& [code, place] : result) {
    place.flagged_rows = std::min(static_cast<long long>(flagged[code].size()), place.rows);
    std::stable_partition(place.findings.begin(), place.findings.end(), [](const auto* finding) {
      return finding->finding.severity == base::Severity::kError;
    });
  }
}

/// True when `a` has the greater share of sound rows; exact.
bool sounder(const PlaceQuality& a, const PlaceQuality& b) {
  return a.sound_rows() * b.rows > b.sound_rows() * a.rows;
}

void give_places(DataQuality& result) {
  std::vector<PlaceQuality*> order;
  for (auto& [code, place] : result) {
    if (!code.empty() && place.rows > 0) order.push_back(&place);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return sounder(*a, *b); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool same = i > 0 && !sounder(*order[i - 1], *order[i]);
    order[i]->place = same ? order[i - 1]->place : static_cast<int>(i) + 1;
  }
}

}  // namespace

DataQuality data_quality(registry::Database& registry,
                         const std::vector<config::FormDefinition>& forms,
                         const quality::Inspection& inspection) {
  DataQuality result;
  result[""];
  for (const auto& [code, name] : inspection.municipalities) result[code].code = code;
  count_rows(registry, forms, result);
  take_findings(inspection, result);
  give_places(result);
  return result;
}

std::vector<const PlaceQuality*> ranked(const DataQuality& all) {
  std::vector<const PlaceQuality*> order;
  for (const auto& [code, place] : all) {
    if (!code.empty()) order.push_back(&place);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return std::tuple(a->place == 0, a->place) < std::tuple(b->place == 0, b->place);
  });
  return order;
}

}  // namespace metodaktiv::reports
