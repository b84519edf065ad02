#include "import/workbook_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "config/form_stamp.h"
#include "import/header.h"
#include "import/limits.h"
#include "import/table_name.h"
#include "tabular/xlsx_workbook.h"

namespace metodaktiv::import {
namespace {

using tabular::Cell;

bool is_service_sheet(std::string_view name) {
  const auto folded = base::folded(name);
  return folded == base::folded(config::kCoverSheet) ||
         folded == base::folded(config::kListsSheet) ||
         folded == base::folded(config::kRemarksSheet);
}

/// Looks for the stamp of a collection workbook.
class StampFinder : public tabular::RowSink {
 public:
  bool row(std::int64_t, std::span<const Cell> cells) override {
    for (const auto& cell : cells) {
      if (cell.kind == Cell::Kind::kText && !stamp) stamp = config::parse_form_stamp(cell.text);
    }
    return !stamp;
  }
  void file_problem(std::int64_t, tabular::Problem) override {}
  void cut_short() override {}

  std::optional<config::FormStamp> stamp;
};

/// Whether anything stands in a sheet, and which table its header would fit.
class Impression : public tabular::RowSink {
 public:
  explicit Impression(const std::vector<config::FormDefinition>& forms) : forms_(forms) {}

  bool row(std::int64_t, std::span<const Cell> cells) override {
    if (std::all_of(cells.begin(), cells.end(), tabular::is_blank)) return true;
    empty = false;
    for (const auto& form : forms_) {
      const auto named = named_columns(form, cells);
      const auto required = static_cast<std::size_t>(
          std::count_if(form.columns.begin(), form.columns.end(),
                        [](const config::FormColumn& column) { return column.required; }));
      if (named <= best_ || named < std::max<std::size_t>(2, required)) continue;
      best_ = named;
      resembles = &form;
    }
    return ++rows_ < kMaxTitleRows;
  }
  void file_problem(std::int64_t, tabular::Problem) override { empty = false; }
  void cut_short() override {}

  bool empty = true;
  const config::FormDefinition* resembles = nullptr;

 private:
  const std::vector<config::FormDefinition>& forms_;
  std::size_t best_ = 0;
  std::size_t rows_ = 0;
};

Source source_of(const InputFile& file, std::size_t file_index, const std::string& sheet,
                 std::size_t sheet_index, const config::FormDefinition& form) {
  Source source;
  source.file = file.path;
  source.label = file.label;
  source.file_index = file_index;
  source.sheet = sheet;
  source.sheet_index = sheet_index;
  source.form = &form;
  return source;
}

}  // namespace

void add_workbook_sources(InputFile& file, std::size_t file_index,
                          const std::vector<config::FormDefinition>& forms,
                          std::vector<Source>& sources, FindingLog& log) {
  Problem problem;
  auto workbook = tabular::XlsxWorkbook::open(file.path, problem);
  if (!workbook) {
    log.add(base::Severity::kError, file.label, problem);
    return;
  }
  std::vector<std::pair<std::size_t, const config::FormDefinition*>> unknown;
  std::size_t found = 0;
  const auto& sheets = workbook->sheets();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (is_service_sheet(sheets[i].name)) {
      StampFinder finder;
      workbook->read(i, finder);
      if (finder.stamp) file.stamp = finder.stamp;
      continue;
    }
    if (const auto* form = form_named(sheets[i].name, forms)) {
      if (sheets[i].hidden) {
        log.add(base::Severity::kWarning, file.label, sheets[i].name,
                {"hidden", "Лист скрыт, но назван по таблице и загружается.",
                 "Проверьте, что на нём; лишний лист удалите."});
      }
      sources.push_back(source_of(file, file_index, sheets[i].name, i, *form));
      ++found;
      continue;
    }
    Impression impression(forms);
    if (!sheets[i].hidden) workbook->read(i, impression);
    if (!impression.empty) unknown.emplace_back(i, impression.resembles);
  }
  const auto stem = file.path.stem().string();
  if (found == 0 && unknown.size() == 1 && base::is_valid_utf8(stem)) {
    if (const auto* form = form_named(stem, forms)) {
      sources.push_back(
          source_of(file, file_index, sheets[unknown[0].first].name, unknown[0].first, *form));
      return;
    }
  }
  for (const auto& [i, resembles] : unknown) {
    if (resembles) {
      log.add(
          base::Severity::kError, file.label, sheets[i].name,
          {"table",
           fmt::format("Столбцы листа — как в таблице «{}», а называется он иначе: лист не "
                       "загружен.",
                       resembles->title),
           fmt::format("Назовите лист «{}»; если он не нужен, удалите его.", resembles->title)});
      continue;
    }
    auto what = unknown_table(sheets[i].name, "лист", forms);
    if (found > 0) {
      what.message += " Лист не загружен.";
      what.remedy = "Если на листе данные, назовите его по таблице; лишний лист удалите.";
    }
    log.add(found > 0 ? base::Severity::kWarning : base::Severity::kError, file.label,
            sheets[i].name, what);
  }
  if (found == 0 && unknown.empty()) {
    log.add(base::Severity::kError, file.label,
            {"empty", "В книге нет листов с таблицами.",
             "Проверьте, тот ли это файл: листы называются по таблицам, например «Региональные "
             "методисты»."});
  }
}

}  // namespace metodaktiv::import
