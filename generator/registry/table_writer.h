#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// Streams rows into one table through one prepared INSERT; memory does not grow with the rows.
/// Used inside a Transaction.
class TableWriter {
 public:
  /// `columns` in the order in which row() gives their values.
  TableWriter(Database& database, std::string_view table, const std::vector<std::string>& columns);

  /// As many values as columns. Failure on a constraint, naming the table and the row's first
  /// value.
  void row(const std::vector<Value>& values);

  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  std::string table_;
  std::size_t width_;
  Statement insert_;
  std::int64_t rows_ = 0;
};

}  // namespace metodaktiv::registry
