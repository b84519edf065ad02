#include "commands/profile_report.h"

#include <fmt/format.h>

#include "base/text.h"
#include "commands/finding_json.h"

namespace metodaktiv::commands {
namespace {

using base::Severity;

template <typename Items>
std::string counted(const Items& items, std::string_view one, std::string_view few,
                    std::string_view many) {
  return base::counted(static_cast<std::int64_t>(items.size()), one, few, many);
}

/// Findings with the places as the user would name them: relative to the project.
std::vector<base::Finding> listed(const quality::ProfileCheck& check,
                                  const std::filesystem::path& project) {
  auto list = check.findings.sorted();
  const auto start = project.string() + "/";
  const auto shorten = [&start](std::string& text) {
    for (auto at = text.find(start); at != std::string::npos; at = text.find(start, at)) {
      text.erase(at, start.size());
    }
  };
  for (auto& finding : list) {
    shorten(finding.place.file);
    shorten(finding.message);
    shorten(finding.remedy);
  }
  return list;
}

}  // namespace

std::string profile_listing(const quality::ProfileCheck& check,
                            const std::filesystem::path& project) {
  const auto& profile = check.profile;
  auto text =
      fmt::format("Проверка профиля: {}\n\n",
                  profile.name.empty() ? profile.folder.filename().string()
                                       : fmt::format("{} ({})", profile.name, profile.code));
  for (const auto& finding : listed(check, project)) {
    auto place = finding.place.file;
    if (finding.place.row > 0) place += fmt::format(", строка {}", finding.place.row);
    text += fmt::format("  {}: {}\n    {}",
                        finding.severity == Severity::kError ? "ошибка" : "предупреждение", place,
                        finding.message);
    if (!finding.value.empty()) text += fmt::format(" Значение: «{}».", finding.value);
    if (!finding.remedy.empty()) text += "\n    → " + finding.remedy;
    text += "\n";
  }
  if (!check.findings.empty()) text += "\n";
  text +=
      fmt::format("Проверено: {}, {}, {}, {}, {}.\n",
                  counted(profile.criteria, "требование", "требования", "требований"),
                  counted(profile.indicators, "показатель", "показателя", "показателей"),
                  counted(profile.distributions, "распределение", "распределения", "распределений"),
                  counted(check.checks, "проверка реестра", "проверки реестра", "проверок реестра"),
                  counted(check.pages, "текст сайта", "текста сайта", "текстов сайта"));
  return text + profile_summary(check) + "\n";
}

std::string profile_summary(const quality::ProfileCheck& check) {
  const auto errors = static_cast<std::int64_t>(check.findings.count(Severity::kError));
  const auto warnings = static_cast<std::int64_t>(check.findings.count(Severity::kWarning));
  if (errors == 0 && warnings == 0) return "Итог: замечаний нет.";
  const auto warning_text =
      warnings == 0 ? std::string("предупреждений нет")
                    : base::counted(warnings, "предупреждение", "предупреждения", "предупреждений");
  return fmt::format(
      "Итог: {}, {}.",
      errors == 0 ? std::string("ошибок нет") : base::counted(errors, "ошибка", "ошибки", "ошибок"),
      warning_text);
}

nlohmann::ordered_json profile_json(const quality::ProfileCheck& check,
                                    const std::filesystem::path& project) {
  nlohmann::ordered_json json;
  json["region"] = check.profile.folder.filename().string();
  json["errors"] = check.findings.count(Severity::kError);
  json["warnings"] = check.findings.count(Severity::kWarning);
  auto& checked = json["checked"];
  checked["criteria"] = check.profile.criteria.size();
  checked["indicators"] = check.profile.indicators.size();
  checked["distributions"] = check.profile.distributions.size();
  checked["checks"] = check.checks.size();
  checked["pages"] = check.pages.size();
  json["findings"] = findings_json(listed(check, project));
  return json;
}

}  // namespace metodaktiv::commands
