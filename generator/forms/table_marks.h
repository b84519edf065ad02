#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "forms/remarks_styles.h"

namespace metodaktiv::forms {

/// The findings about one cell or row, put into words.
struct Remark {
  Mark mark = Mark::kNone;
  std::string text;

  void add(const base::Finding& finding, const std::string& words);
};

/// The findings about one table by the rows of its file.
class TableMarks {
 public:
  /// `findings` must outlive this.
  explicit TableMarks(const std::vector<const base::Finding*>& findings);

  [[nodiscard]] const std::vector<const base::Finding*>* of_row(std::int64_t row) const;
  [[nodiscard]] bool has_row(std::int64_t row) const { return rows_.contains(row); }
  /// Highest column number that a finding names; 0: none.
  [[nodiscard]] std::int64_t last_column() const { return last_column_; }
  /// The most serious mark of the table.
  [[nodiscard]] Mark worst() const { return worst_; }

 private:
  std::map<std::int64_t, std::vector<const base::Finding*>> rows_;
  std::int64_t last_column_ = 0;
  Mark worst_ = Mark::kNone;
};

/// «Ошибка: … Как исправить: …»; `column` stands behind the first word where it is given.
std::string remark_words(const base::Finding& finding, const std::string& column = {});

}  // namespace metodaktiv::forms
