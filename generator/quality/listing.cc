#include "quality/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"

namespace metodaktiv::quality {
namespace {

using base::Severity;

std::string counted(std::size_t n, std::string_view one, std::string_view few,
                    std::string_view many) {
  return base::counted(static_cast<std::int64_t>(n), one, few, many);
}

std::string counts_text(const Inspection& inspection, Severity severity, std::string_view heading) {
  std::string text;
  for (const auto& check : inspection.counts) {
    if (check.severity != severity) continue;
    if (text.empty()) text = fmt::format("{}\n", heading);
    text += fmt::format("  {:>6}  {} [{}]\n", base::grouped(static_cast<std::int64_t>(check.count)),
                        check.title, check.id);
    if (!check.source.empty()) text += fmt::format("          {}\n", check.source);
  }
  return text.empty() ? text : text + "\n";
}

/// Indices of the findings to show, in the order of the findings. When not all fit: errors first,
/// then of each check the same number, so that none hides the others.
std::vector<std::size_t> chosen(const Inspection& inspection, std::size_t most) {
  std::vector<std::size_t> indices;
  for (const auto severity : {Severity::kError, Severity::kWarning}) {
    std::map<std::string, std::size_t> seen;
    std::vector<std::pair<std::size_t, std::size_t>>
        turns;  // how many of its check came before, index
    for (std::size_t i = 0; i < inspection.findings.size(); ++i) {
      const auto& entry = inspection.findings[i];
      if (entry.finding.severity == severity) turns.emplace_back(seen[entry.check]++, i);
    }
    std::sort(turns.begin(), turns.end());
    for (const auto& [turn, index] : turns) {
      if (indices.size() < most) indices.push_back(index);
    }
  }
  std::sort(indices.begin(), indices.end());
  return indices;
}

std::string place_text(const QualityFinding& entry) {
  const auto& place = entry.finding.place;
  std::string text = place.sheet.empty() ? place.file : place.sheet;
  if (!entry.key.empty()) text += ", " + entry.key;
  if (!place.column.empty()) text += fmt::format(", «{}»", place.column);
  return text;
}

std::string finding_text(const QualityFinding& entry) {
  const auto& finding = entry.finding;
  auto text = fmt::format("  {}: {}\n    {}",
                          finding.severity == Severity::kError ? "ошибка" : "предупреждение",
                          place_text(entry), finding.message);
  if (!finding.remedy.empty()) text += fmt::format("\n    → {}", finding.remedy);
  return text + "\n";
}

std::string heading_of(const Inspection& inspection, const std::string& municipality) {
  if (municipality.empty()) return "Регион в целом";
  const auto it = inspection.municipalities.find(municipality);
  return it == inspection.municipalities.end() ? municipality
                                               : fmt::format("{} ({})", it->second, municipality);
}

}  // namespace

std::string listing(const Inspection& inspection, std::size_t most) {
  auto text =
      fmt::format("Проверка реестра {} на {}\n\n", inspection.registry, inspection.as_of.dotted());
  text += counts_text(inspection, Severity::kError, "Ошибки");
  text += counts_text(inspection, Severity::kWarning, "Предупреждения");
  const auto indices = chosen(inspection, most);
  const std::string* municipality = nullptr;
  for (const auto i : indices) {
    const auto& entry = inspection.findings[i];
    if (!municipality || *municipality != entry.municipality) {
      if (municipality) text += "\n";
      municipality = &entry.municipality;
      text += heading_of(inspection, entry.municipality) + "\n";
    }
    text += finding_text(entry);
  }
  if (indices.size() < inspection.findings.size()) {
    text += fmt::format("\n…ещё {}; полный список: --json\n",
                        counted(inspection.findings.size() - indices.size(), "замечание",
                                "замечания", "замечаний"));
  }
  if (!indices.empty()) text += "\n";
  return text + summary(inspection) + "\n";
}

std::string summary(const Inspection& inspection) {
  const auto errors = inspection.count(Severity::kError);
  const auto warnings = inspection.count(Severity::kWarning);
  if (errors == 0 && warnings == 0) return "Итог: замечаний нет.";
  const auto warning_text = counted(warnings, "предупреждение", "предупреждения", "предупреждений");
  if (errors == 0) return fmt::format("Итог: ошибок нет, {}.", warning_text);
  const auto error_text = counted(errors, "ошибка", "ошибки", "ошибок");
  return warnings == 0 ? fmt::format("Итог: {}, предупреждений нет.", error_text)
                       : fmt::format("Итог: {} и {}.", error_text, warning_text);
}

}  // namespace metodaktiv::quality
