#include "import/finding_log.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "import/code_points.h"
#include "import/limits.h"

namespace metodaktiv::import {
namespace {

constexpr std::size_t kShownValue = 100;

}  // namespace

bool FindingLog::full() const { return kept_count_ >= kMaxFindings; }

void FindingLog::keep(base::Finding finding) {
  if (finding.severity == base::Severity::kError) ++errors_;
  if (full()) {
    ++omitted_;
    return;
  }
  ++kept_count_;
  kept_.add(std::move(finding));
}

void FindingLog::error(const Source& source, std::int64_t row, std::string_view column,
                       std::string_view value, const Problem& problem) {
  if (full()) {
    count_errors(1);
    return;
  }
  keep({base::Severity::kError,
        problem.code,
        {source.label, source.sheet, row, std::string(column)},
        shortened(base::trimmed(value.substr(0, kShownValue * 8)), kShownValue),
        problem.message,
        problem.remedy});
}

void FindingLog::add(base::Severity severity, std::string_view label, const Problem& problem) {
  keep({severity,
        problem.code,
        {std::string(label), {}, 0, {}},
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
                  "Исправьте показанные и повторите загрузку."});
  }
  return findings;
}

}  // namespace metodaktiv::import
