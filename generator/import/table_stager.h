#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/column_rule.h"
#include "import/finding_log.h"
#include "import/header.h"
#include "import/source.h"
#include "registry/database.h"
#include "registry/table_writer.h"
#include "tabular/row_sink.h"

namespace metodaktiv::import {

/// Checks the rows of one source against its form, cell by cell, and puts them into staging. Every
/// problem goes to the log; a row with problems is staged with what could be read, marked as not
/// valid, so that others may refer to it. The header is the row of the first kMaxTitleRows that
/// names most columns; what stands above it is a title block.
class TableStager : public tabular::RowSink {
 public:
  /// `rules` are those of the form's columns, in its order; all arguments must outlive the stager.
  TableStager(registry::Database& database, Source& source, std::int64_t source_index,
              const std::vector<ColumnRule>& rules, FindingLog& log);

  bool row(std::int64_t number, std::span<const tabular::Cell> cells) override;
  void file_problem(std::int64_t row, Problem problem) override;
  void cut_short() override;
  void merged(const tabular::MergedCells& range) override;

  /// To be called after the last row: an empty file is a finding.
  void finish();

 private:
  struct Held {
    std::int64_t number;
    std::vector<tabular::Cell> cells;
  };

  bool release_held();
  void judge_title_row(const Held& row);
  void take_header(std::int64_t number, std::span<const tabular::Cell> cells);
  void lay_out_staging();
  void stage(std::int64_t number, std::span<const tabular::Cell> cells);
  bool has_stray_cells(std::int64_t number, std::span<const tabular::Cell> cells);
  bool fill_from_file(std::int64_t number, std::size_t column, const std::string& path);
  bool check_groups(std::int64_t number, std::span<const tabular::Cell> cells);
  void problem(std::int64_t number, std::size_t column, std::string_view value,
               const Problem& problem);
  [[nodiscard]] const tabular::Cell& cell_of(std::size_t column,
                                             std::span<const tabular::Cell> cells) const;

  registry::Database& database_;
  Source& source_;
  const config::FormDefinition& form_;
  std::int64_t source_index_;
  const std::vector<ColumnRule>& rules_;
  FindingLog& log_;

  std::vector<Held> held_;  ///< rows seen before the header is known
  std::optional<Header> header_;
  std::vector<std::size_t>
      slots_;  ///< per column of the form: its place in values_, or Header::kNone
  std::vector<registry::Value> values_;
  std::vector<registry::Value> blank_;  ///< values_ of a row without any cell
  std::optional<registry::TableWriter> writer_;
  bool bad_file_reported_ = false;
};

}  // namespace metodaktiv::import
