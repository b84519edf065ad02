#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace metodaktiv::base {

enum class Severity { kError, kWarning };

/// Where in the user's data a finding stands. Empty or zero parts are unknown and not shown.
struct Place {
  std::string file;
  std::string sheet;
  std::int64_t row = 0;            ///< 1-based, as a spreadsheet counts
  std::string column = {};         ///< Russian title or key of the column
  std::int64_t column_number = 0;  ///< 1-based: column A is 1

  /// By file, sheet, row, column from left to right.
  std::strong_ordering operator<=>(const Place& other) const;
  bool operator==(const Place&) const = default;
};

/// A remark about the data: a value, collected and reported with all others.
struct Finding {
  Severity severity = Severity::kError;
  std::string code;  ///< stable key for machines: "reference", "required", …
  Place place;
  std::string value;    ///< what stands there
  std::string message;  ///< what is wrong, in Russian
  std::string remedy;   ///< how to mend it, in Russian
};

/// Collects findings in any order and hands them out in a fixed one: by file, sheet, row, column.
class Findings {
 public:
  void add(Finding finding) { list_.push_back(std::move(finding)); }
  void append(const Findings& other);

  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::kError) != 0; }
  /// Sorted by place, then code and value; the same whatever the order of add().
  [[nodiscard]] std::vector<Finding> sorted() const;

 private:
  std::vector<Finding> list_;
};

/// "D17" for row 17, column 4; empty when either is unknown.
std::string cell_name(const Place& place);

/// One line for a person: «teachers.csv, строка 17, столбец «Предмет»: … Значение «…». Как
/// исправить: …», in a workbook «severny.xlsx, лист «Методисты», D17 («Предмет»): …»
std::string to_text(const Finding& finding);

}  // namespace metodaktiv::base
