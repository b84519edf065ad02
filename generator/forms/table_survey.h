#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "forms/table_marks.h"
#include "tabular/row_sink.h"

namespace metodaktiv::forms {

/// A column of a table that is sent back.
struct TableColumn {
  std::string title;  ///< as its header says
  const config::FormColumn* form = nullptr;
  double width = 0;       ///< in which the longest of the first values fits
  bool left_out = false;  ///< remarks of an earlier time
};

/// Reads a table once to learn its size before it is written.
class TableSurvey : public tabular::RowSink {
 public:
  /// `header_row` 0: there is none.
  TableSurvey(const config::FormDefinition* form, std::int64_t header_row, const TableMarks& marks)
      : form_(form), header_row_(header_row), marks_(marks) {}

  bool row(std::int64_t number, std::span<const tabular::Cell> cells) override;
  void file_problem(std::int64_t, tabular::Problem) override {}
  void cut_short() override { complete_ = false; }

  /// As many as the widest row has, and those that findings name.
  [[nodiscard]] std::vector<TableColumn> columns() const;
  /// Rows below the header in which something stands.
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  /// Rows with a text that no cell of a workbook can hold.
  [[nodiscard]] const std::set<std::int64_t>& too_long() const { return too_long_; }
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  void read_header(std::span<const tabular::Cell> cells);
  void measure(std::span<const tabular::Cell> cells, std::size_t count);
  TableColumn& column(std::size_t index);

  const config::FormDefinition* form_;
  std::int64_t header_row_;
  const TableMarks& marks_;
  std::vector<TableColumn> columns_;
  std::int64_t rows_ = 0;
  std::set<std::int64_t> too_long_;
  bool complete_ = true;
};

}  // namespace metodaktiv::forms
