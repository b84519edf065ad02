#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

#include "base/text.h"
#include "tabular/limits.h"
#include "tabular/row_sink.h"

namespace metodaktiv::fuzz {

/// Aborts when a reader breaks what RowSink and Cell promise, whatever the input is.
class CheckingSink : public tabular::RowSink {
 public:
  bool row(std::int64_t number, std::span<const tabular::Cell> cells) override {
    require(number > row_);
    require(number <= tabular::kMaxRows || !bounded_);
    require(!cells.empty() && cells.size() <= tabular::kMaxColumns);
    row_ = number;
    for (const auto& cell : cells) {
      check(cell);
      require(bounded_ ? base::length_utf8(cell.text) <= tabular::kMaxCellCharacters
                       : cell.text.size() <= tabular::kMaxCsvCellBytes);
    }
    return true;
  }
  void file_problem(std::int64_t row, tabular::Problem problem) override {
    require(row >= 0);
    require(!problem.code.empty() && !problem.message.empty() && !problem.remedy.empty());
    require(base::is_valid_utf8(problem.message) && base::is_valid_utf8(problem.remedy));
    problems_ = true;
  }
  void cut_short() override { require(problems_); }

  /// Stops the program, so that a fuzzer keeps the input, and says where.
  static void require(bool promise, const char* file = __builtin_FILE(),
                      int line = __builtin_LINE()) {
    if (promise) return;
    std::fprintf(stderr, "%s:%d: broken promise\n", file, line);
    std::abort();
  }

 protected:
  explicit CheckingSink(bool bounded) : bounded_(bounded) {}

 private:
  static bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view rest = dot == std::string_view::npos ? "1" : text.substr(dot + 1);
    constexpr auto kDigits = "0123456789";
    return !whole.empty() && !rest.empty() &&
           whole.find_first_not_of(kDigits) == std::string_view::npos &&
           rest.find_first_not_of(kDigits) == std::string_view::npos;
  }

  static void check(const tabular::Cell& cell) {
    using Kind = tabular::Cell::Kind;
    require(base::is_valid_utf8(cell.text));
    switch (cell.kind) {
      case Kind::kText:
        break;
      case Kind::kNumber:
        require(is_plain_number(cell.text));
        break;
      case Kind::kBoolean:
        require(cell.text == "0" || cell.text == "1");
        break;
      case Kind::kDate:
        require(cell.text.size() >= 8 &&
                cell.text.find_first_not_of("0123456789-T:") == std::string_view::npos);
        break;
      case Kind::kError:
        require(!cell.text.empty());
        break;
    }
  }

  bool bounded_;
  bool problems_ = false;
  std::int64_t row_ = 0;
};

/// For workbooks, whose rows are bounded, and for CSV files, whose rows are not.
class WorkbookSink : public CheckingSink {
 public:
  WorkbookSink() : CheckingSink(true) {}
};
class CsvSink : public CheckingSink {
 public:
  CsvSink() : CheckingSink(false) {}
};

}  // namespace metodaktiv::fuzz
