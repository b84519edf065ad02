#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/finding.h"
#include "import/row_sink.h"
#include "import/source.h"

namespace metodaktiv::import {

/// Collects the findings of a run; keeps the first kMaxFindings and counts the others.
class FindingLog {
 public:
  /// An error in a source; row 0 and an empty column are not shown.
  void error(const Source& source, std::int64_t row, std::string_view column,
             std::string_view value, const Problem& problem);
  /// About an input that is no source.
  void add(base::Severity severity, std::string_view label, const Problem& problem);

  /// Whether further findings would only be counted.
  [[nodiscard]] bool full() const;
  /// Counts findings whose text nobody would see.
  void count_errors(std::size_t count);
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }

  /// All kept findings; a closing one says how many were left out.
  [[nodiscard]] base::Findings result() const;

 private:
  void keep(base::Finding finding);

  base::Findings kept_;
  std::size_t kept_count_ = 0;
  std::size_t omitted_ = 0;
  std::size_t errors_ = 0;
};

}  // namespace metodaktiv::import
