#include "quality/inspection.h"

#include <algorithm>
#include <tuple>

#include "indicators/environment.h"
#include "quality/check_runner.h"
#include "quality/integrity.h"
#include "quality/relations.h"

namespace metodaktiv::quality {
namespace {

void append(std::vector<QualityFinding>& list, std::vector<QualityFinding> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

std::map<std::string, std::string> read_municipalities(registry::Database& registry) {
  std::map<std::string, std::string> names;
  auto query = registry.prepare("SELECT code, name FROM main.municipalities");
  while (query.next()) names.emplace(query.text(0), query.text(1));
  return names;
}

/// Counts the findings of each check and sorts both.
void finish(Inspection& inspection, const std::vector<Check>& checks) {
  auto counts = integrity_checks();
  for (const auto& check : checks) {
    counts.push_back({check.id, check.severity, check.title, check.source, 0});
  }
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < counts.size(); ++i) index.emplace(counts[i].id, i);
  for (const auto& finding : inspection.findings) ++counts[index.at(finding.check)].count;

  const auto order = [&](const QualityFinding& f) {
    using Text = const std::string&;
    return std::tuple<Text, base::Severity, std::size_t, Text, Text, Text, Text, Text>(
        f.municipality, f.finding.severity, index.at(f.check), f.table, f.key, f.column,
        f.finding.value, f.finding.message);
  };
  std::stable_sort(
      inspection.findings.begin(), inspection.findings.end(),
      [&](const QualityFinding& a, const QualityFinding& b) { return order(a) < order(b); });
  std::erase_if(counts, [](const CheckCount& c) { return c.count == 0; });
  std::stable_sort(counts.begin(), counts.end(), [](const CheckCount& a, const CheckCount& b) {
    return a.severity < b.severity;
  });
  inspection.counts = std::move(counts);
}

/// The checks of data/checks over prepared relations.
std::vector<QualityFinding> run_checks(registry::Database& registry,
                                       const config::RegionProfile& profile,
                                       const std::vector<config::FormDefinition>& forms,
                                       const std::vector<Check>& checks, base::SchoolYear year,
                                       base::Date as_of) {
  prepare_relations(registry, profile, forms, year, as_of);
  const CheckRunner runner(registry, profile, forms, as_of);
  std::vector<QualityFinding> findings;
  for (const auto& check : checks) append(findings, runner.run(check));
  return findings;
}

}  // namespace

std::size_t Inspection::count(base::Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(),
      [severity](const QualityFinding& f) { return f.finding.severity == severity; }));
}

Inspection inspect(registry::Database& registry, const config::RegionProfile& profile,
                   const std::vector<config::FormDefinition>& forms,
                   const std::vector<Check>& checks, base::Date as_of) {
  Inspection inspection;
  inspection.registry = registry.file().filename().string();
  inspection.as_of = as_of;
  inspection.findings = check_file(registry);
  if (!inspection.findings.empty()) {  // queries over a damaged file tell nothing
    finish(inspection, checks);
    return inspection;
  }
  inspection.municipalities = read_municipalities(registry);
  append(inspection.findings, check_references(registry, forms));
  append(inspection.findings, check_practice_texts(registry, forms));
  append(inspection.findings, check_texts(registry, forms));

  const auto year = base::SchoolYear::of(as_of);
  indicators::prepare_environment(registry, profile, year, as_of);
  append(inspection.findings, check_indicator_queries(registry, profile, year, as_of));
  append(inspection.findings, run_checks(registry, profile, forms, checks, year, as_of));
  finish(inspection, checks);
  return inspection;
}

std::vector<QualityFinding> judge_rows(registry::Database& registry,
                                       const config::RegionProfile& profile,
                                       const std::vector<config::FormDefinition>& forms,
                                       const std::vector<Check>& checks, base::Date as_of) {
  const auto year = base::SchoolYear::of(as_of);
  auto findings = check_practice_texts(registry, forms);
  indicators::prepare_environment(registry, profile, year, as_of);
  append(findings, run_checks(registry, profile, forms, checks, year, as_of));
  std::erase_if(findings, [](const QualityFinding& f) { return f.table.empty() || f.key.empty(); });
  return findings;
}

}  // namespace metodaktiv::quality
