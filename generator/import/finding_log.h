#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/finding.h"
#include "import/source.h"
#include "tabular/row_sink.h"

namespace metodaktiv::import {

using tabular::Problem;

/// Where in a source a finding stands; row 0 and an empty column are not shown.
struct Spot {
  std::int64_t row = 0;
  std::string_view column = {};  ///< as a person sees it
  std::int64_t number = 0;       ///< 1-based; 0: unknown
};

/// Collects the findings of a run; keeps the first kMaxFindings and counts the others.
class FindingLog {
 public:
  void error(const Source& source, const Spot& spot, std::string_view value,
             const Problem& problem);
  void warning(const Source& source, const Spot& spot, std::string_view value,
               const Problem& problem);
  /// About an input that is no source.
  void add(base::Severity severity, std::string_view label, const Problem& problem);
  /// About a sheet that is no source.
  void add(base::Severity severity, std::string_view label, std::string_view sheet,
           const Problem& problem);

  /// Whether further findings would only be counted.
  [[nodiscard]] bool full() const;
  /// Counts findings whose text nobody would see.
  void count_errors(std::size_t count);
  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  /// All of them, kept or not.
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return warnings_; }

  /// All kept findings; a closing one says how many were left out.
  [[nodiscard]] base::Findings result() const;

 private:
  void put(base::Severity severity, const Source& source, const Spot& spot, std::string_view value,
           const Problem& problem);
  void keep(base::Finding finding);

  base::Findings kept_;
  std::size_t kept_count_ = 0;
  std::size_t omitted_ = 0;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

/// The spot of a column of the source's form, by its place in the form.
Spot spot_of(const Source& source, std::int64_t row, std::size_t form_column);

}  // namespace metodaktiv::import
