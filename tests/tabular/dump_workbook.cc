// Prints what the reader makes of a workbook, as JSON lines, for comparison with other readers:
//   {"sheet":"…","row":1,"column":1,"kind":"text","text":"…"}   a cell
//   {"sheet":"…"}                                               a sheet begins
//   {"problem":"damaged","row":0,"message":"…","remedy":"…"}    with "sheet" inside one
// With --count only the totals, read but not printed. Exit code 1 when the workbook did not open
// or a sheet was cut short.
#include <cstdio>
#include <exception>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tabular/xlsx_workbook.h"

namespace {

using metodaktiv::tabular::Cell;
using metodaktiv::tabular::Problem;
using metodaktiv::tabular::RowSink;
using metodaktiv::tabular::XlsxWorkbook;
using Json = nlohmann::ordered_json;

std::string_view kind_name(Cell::Kind kind) {
  switch (kind) {
    case Cell::Kind::kText:
      return "text";
    case Cell::Kind::kNumber:
      return "number";
    case Cell::Kind::kBoolean:
      return "boolean";
    case Cell::Kind::kDate:
      return "date";
    case Cell::Kind::kError:
      return "error";
  }
  return "";
}

void print(const Json& line) {
  std::cout << line.dump(-1, ' ', false, Json::error_handler_t::strict) << '\n';
}

void print_problem(const Problem& problem, Json line) {
  line["problem"] = problem.code;
  line["message"] = problem.message;
  line["remedy"] = problem.remedy;
  print(line);
}

class Printer : public RowSink {
 public:
  explicit Printer(std::string sheet) : sheet_(std::move(sheet)) {}

  bool row(std::int64_t number, std::span<const Cell> cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].text.empty()) continue;
      print({{"sheet", sheet_},
             {"row", number},
             {"column", i + 1},
             {"kind", kind_name(cells[i].kind)},
             {"text", cells[i].text}});
    }
    return true;
  }
  void file_problem(std::int64_t row, Problem problem) override {
    print_problem(problem, {{"sheet", sheet_}, {"row", row}});
  }
  void cut_short() override { complete = false; }

  bool complete = true;

 private:
  std::string sheet_;
};

class Counter : public RowSink {
 public:
  bool row(std::int64_t, std::span<const Cell> cells) override {
    ++rows;
    for (const Cell& cell : cells) {
      if (cell.text.empty()) continue;
      ++filled;
      bytes += cell.text.size();
    }
    return true;
  }
  void file_problem(std::int64_t, Problem) override { ++problems; }
  void cut_short() override { complete = false; }

  std::size_t rows = 0;
  std::size_t filled = 0;
  std::size_t bytes = 0;
  std::size_t problems = 0;
  bool complete = true;
};

int dump(const std::string& file, bool count_only) {
  Problem problem;
  auto workbook = XlsxWorkbook::open(file, problem);
  if (!workbook) {
    print_problem(problem, {{"row", 0}});
    return 1;
  }
  bool complete = true;
  Counter counter;
  for (std::size_t i = 0; i < workbook->sheets().size(); ++i) {
    const auto& sheet = workbook->sheets()[i];
    if (count_only) {
      workbook->read(i, counter);
      continue;
    }
    print({{"sheet", sheet.name}, {"hidden", sheet.hidden}});
    Printer printer(sheet.name);
    workbook->read(i, printer);
    complete = complete && printer.complete;
  }
  if (count_only) {
    print({{"sheets", workbook->sheets().size()},
           {"rows", counter.rows},
           {"cells", counter.filled},
           {"bytes", counter.bytes},
           {"problems", counter.problems}});
  }
  return complete && counter.complete ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  const bool count_only = argc == 3 && std::string_view(argv[1]) == "--count";
  if (argc != 2 && !count_only) {
    std::cerr << "Usage: dump_workbook [--count] FILE\n";
    return 2;
  }
  try {
    return dump(argv[argc - 1], count_only);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
