#include "forms/table_marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace metodaktiv::forms {
namespace {

Mark mark_of(const base::Finding& finding) {
  return finding.severity == base::Severity::kError ? Mark::kError : Mark::kWarning;
}

}  // namespace

void Remark::add(const base::Finding& finding, const std::string& words) {
  mark = std::max(mark, mark_of(finding));
  if (!text.empty()) text += '\n';
  text += words;
}

TableMarks::TableMarks(const std::vector<const base::Finding*>& findings) {
  for (const auto* finding : findings) {
    worst_ = std::max(worst_, mark_of(*finding));
    if (finding->place.row <= 0) continue;
    rows_[finding->place.row].push_back(finding);
    last_column_ = std::max(last_column_, finding->place.column_number);
  }
}

const std::vector<const base::Finding*>* TableMarks::of_row(std::int64_t row) const {
  const auto found = rows_.find(row);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string remark_words(const base::Finding& finding, const std::string& column) {
  std::string text = finding.severity == base::Severity::kError ? "Ошибка" : "Предупреждение";
  if (!column.empty()) text += fmt::format(", «{}»", column);
  text += fmt::format(": {}", finding.message);
  if (!finding.remedy.empty()) text += fmt::format(" Как исправить: {}", finding.remedy);
  return text;
}

}  // namespace metodaktiv::forms
