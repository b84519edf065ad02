#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "tabular/row_sink.h"

namespace metodaktiv::tabular {

/// Why a workbook cannot be read on: thrown by the parts of the XLSX reader, turned into what its
/// interface promises by XlsxWorkbook. Row 0: it concerns the whole of a sheet or file.
class BadWorkbook : public std::exception {
 public:
  explicit BadWorkbook(Problem problem, std::int64_t row = 0)
      : problem_(std::move(problem)), row_(row) {}

  [[nodiscard]] const char* what() const noexcept override { return problem_.code.c_str(); }
  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] std::int64_t row() const { return row_; }

 private:
  Problem problem_;
  std::int64_t row_;
};

// The problems that several parts of the reader name. Codes are stable: "damaged" (saving anew may
// help), "unsafe" (no table editor writes such files), "limit", "not-a-workbook".

/// «Книга повреждена: » and `what`.
Problem damaged(std::string_view what);
/// The file is made in a way in which no table editor makes it: `what`.
Problem unsafe(std::string_view what);
/// More than limits.h allows: `what`.
Problem over_limit(std::string_view what);
/// A file without a workbook inside: `what` says what it is.
Problem not_a_workbook(std::string_view what);

}  // namespace metodaktiv::tabular
