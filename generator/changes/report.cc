#include "changes/report.h"

#include <fmt/format.h>

#include "base/text.h"
#include "changes/report_tables.h"

namespace metodaktiv::changes {
namespace {

std::string name_or_code(const std::map<std::string, std::string>& names, const std::string& code) {
  const auto found = names.find(code);
  return found == names.end() ? code : found->second;
}

std::string period_of(const Changes& changes) {
  if (changes.as_of_before == changes.as_of_after)
    return fmt::format("на {}", changes.as_of_after.in_words());
  return fmt::format("с {} по {}", changes.as_of_before.in_words(), changes.as_of_after.in_words());
}

}  // namespace

std::string municipality_name(const Changes& changes, const std::string& code) {
  return name_or_code(changes.municipalities, code);
}
std::string subject_name(const Changes& changes, const std::string& code) {
  return name_or_code(changes.subjects, code);
}
std::string organization_name(const Changes& changes, const std::string& code) {
  const auto found = changes.organizations.find(code);
  return found == changes.organizations.end() ? code : found->second.name;
}

ReportCell text_cell(std::string text) { return {std::move(text)}; }
ReportCell count_cell(long long count) {
  return {base::grouped(count), static_cast<double>(count), CellForm::kInteger};
}

Report make_report(const Changes& changes, const config::RegionProfile& profile,
                   const std::string& municipality) {
  Report report;
  report.title = "Изменения в составе методического актива";
  report.place = municipality.empty() ? profile.name
                                      : fmt::format("{}, {}", profile.name,
                                                    municipality_name(changes, municipality));
  report.period = period_of(changes);
  report.sources =
      fmt::format("{}: «{}» на {} и «{}» на {}",
                  changes.kind == Kind::kRegistry ? "Сравнены реестры" : "Сравнены публикации",
                  changes.file_before, changes.as_of_before.dotted(), changes.file_after,
                  changes.as_of_after.dotted());
  add_roster_tables(changes, report);
  add_assignment_table(changes, report);
  add_figure_tables(changes, profile, report);
  add_practice_table(changes, report);
  return report;
}

}  // namespace metodaktiv::changes
