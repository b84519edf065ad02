#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/column_rule.h"
#include "import/finding_log.h"
#include "import/header.h"
#include "import/row_sink.h"
#include "import/source.h"
#include "registry/database.h"
#include "registry/table_writer.h"

namespace metodaktiv::import {

/// Checks the rows of one source against its form, cell by cell, and puts them into staging. Every
/// problem goes to the log; a row with problems is staged with what could be read, so that others
/// may refer to it.
class TableStager : public RowSink {
 public:
  /// `rules` are those of the form's columns, in its order; all arguments must outlive the stager.
  TableStager(registry::Database& database, Source& source, std::int64_t source_index,
              const std::vector<ColumnRule>& rules, FindingLog& log);

  bool row(std::int64_t number, std::span<const std::string> cells) override;
  void file_problem(std::int64_t row, Problem problem) override;
  void cut_short() override { source_.complete = false; }

  /// To be called after the last row: an empty file is a finding.
  void finish();

 private:
  void take_header(std::int64_t number, std::span<const std::string> cells);
  void stage(std::int64_t number, std::span<const std::string> cells);
  bool has_stray_cells(std::int64_t number, std::span<const std::string> cells);
  void fill_from_file(std::int64_t number, std::size_t column, const std::string& path);
  void check_groups(std::int64_t number, std::span<const std::string> cells);
  void problem(std::int64_t number, std::size_t column, std::string_view value,
               const Problem& problem);
  [[nodiscard]] std::string_view text_of(std::size_t column,
                                         std::span<const std::string> cells) const;

  registry::Database& database_;
  Source& source_;
  const config::FormDefinition& form_;
  std::int64_t source_index_;
  const std::vector<ColumnRule>& rules_;
  FindingLog& log_;

  std::optional<Header> header_;
  std::vector<std::size_t>
      slots_;  ///< per column of the form: its place in values_, or Header::kNone
  std::vector<registry::Value> values_;
  std::vector<registry::Value> blank_;  ///< values_ of a row without any cell
  std::optional<registry::TableWriter> writer_;
  bool bad_file_reported_ = false;
};

}  // namespace metodaktiv::import
