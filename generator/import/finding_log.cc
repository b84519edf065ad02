#include "import/finding_log.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "import/limits.h"
#include "tabular/code_points.h"

namespace metodaktiv::import {
namespace {

constexpr std::size_t kShownValue = 100;

}  // namespace

bool FindingLog::full() const { return kept_count_ >= kMaxFindings; }

void FindingLog::keep(base::Finding finding) {
  ++(finding.severity == base::Severity::kError ? errors_ : warnings_);
  if (full()) {
    ++omitted_;
    return;
  }
  ++kept_count_;
  kept_.add(std::move(finding));
}

void FindingLog::put(base::Severity severity, const Source& source, const Spot& spot,
                     std::string_view value, const Problem& problem) {
  if (full()) {
    ++(severity == base::Severity::kError ? errors_ : warnings_);
    ++omitted_;
    return;
  }
  keep({severity,
        problem.code,
        {source.label, source.sheet, spot.row, std::string(spot.column), spot.number},
        tabular::shortened(base::trimmed(value.substr(0, kShownValue * 8)), kShownValue),
        problem.message,
        problem.remedy});
}

void FindingLog::error(const Source& source, const Spot& spot, std::string_view value,
                       const Problem& problem) {
  put(base::Severity::kError, source, spot, value, problem);
}

void FindingLog::warning(const Source& source, const Spot& spot, std::string_view value,
                         const Problem& problem) {
  put(base::Severity::kWarning, source, spot, value, problem);
}

void FindingLog::add(base::Severity severity, std::string_view label, const Problem& problem) {
  add(severity, label, {}, problem);
}

void FindingLog::add(base::Severity severity, std::string_view label, std::string_view sheet,
                     const Problem& problem) {
  keep({severity,
        problem.code,
        {std::string(label), std::string(sheet), 0, {}},
        {},
        problem.message,
        problem.remedy});
}

void FindingLog::count_errors(std::size_t count) {
  errors_ += count;
  omitted_ += count;
}

base::Findings FindingLog::result() const {
  base::Findings findings = kept_;
  if (omitted_ > 0) {
    // «…» as the place sorts after every file name that a person types.
    findings.add({errors_ > 0 ? base::Severity::kError : base::Severity::kWarning,
                  "more",
                  {"…", {}, 0, {}},
                  {},
                  fmt::format("и ещё {}.", base::counted(static_cast<std::int64_t>(omitted_),
                                                         "замечание", "замечания", "замечаний")),
                  errors_ > 0 ? "Исправьте показанные и повторите загрузку."
                              : "Все замечания к реестру показывает команда check."});
  }
  return findings;
}

Spot spot_of(const Source& source, std::int64_t row, std::size_t form_column) {
  return {row, source.form->columns.at(form_column).title, source.column_number(form_column)};
}

}  // namespace metodaktiv::import
