#include "import/table_stager.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/body_file.h"
#include "import/limits.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

using tabular::Cell;

// The service columns of staging, in the order of blank_.
constexpr std::size_t kRow = 1;
constexpr std::size_t kKeyValid = 2;
constexpr std::size_t kValid = 3;

}  // namespace

TableStager::TableStager(registry::Database& database, Source& source, std::int64_t source_index,
                         const std::vector<ColumnRule>& rules, FindingLog& log)
    : database_(database),
      source_(source),
      form_(*source.form),
      source_index_(source_index),
      rules_(rules),
      log_(log) {}

bool TableStager::row(std::int64_t number, std::span<const Cell> cells) {
  if (std::all_of(cells.begin(), cells.end(), tabular::is_blank)) return true;
  if (header_) {
    stage(number, cells);
    return true;
  }
  held_.push_back({number, {cells.begin(), cells.end()}});
  return held_.size() < kMaxTitleRows || release_held();
}

bool TableStager::release_held() {
  std::size_t best = 0;
  std::size_t best_count = 0;
  for (std::size_t i = 0; i < held_.size(); ++i) {
    const auto count = named_columns(form_, held_[i].cells);
    if (count <= best_count) continue;
    best = i;
    best_count = count;
  }
  const auto rows = std::move(held_);
  held_.clear();
  take_header(rows[best].number, rows[best].cells);
  if (!header_->recognised) return false;
  for (std::size_t i = 0; i < best; ++i) judge_title_row(rows[i]);
  for (auto i = best + 1; i < rows.size(); ++i) stage(rows[i].number, rows[i].cells);
  return true;
}

void TableStager::judge_title_row(const Held& row) {
  const auto key = static_cast<std::size_t>(form_.column(form_.key.front()) - form_.columns.data());
  const auto filled =
      row.cells.size() - static_cast<std::size_t>(
                             std::count_if(row.cells.begin(), row.cells.end(), tabular::is_blank));
  const auto named = static_cast<std::size_t>(
      std::count_if(header_->columns.begin(), header_->columns.end(),
                    [](std::size_t column) { return column != Header::kNone; }));
  constexpr std::size_t kLeast = 3;  // a title block rarely fills more cells of a row
  if (filled < std::max(kLeast, (named + 1) / 2) || tabular::is_blank(cell_of(key, row.cells)))
    return;
  source_.unstaged.push_back(row.number);
  ++source_.rows;
  log_.error(source_, {row.number}, cell_of(key, row.cells).text,
             {"above_header", "Строка с данными стоит выше строки заголовков.",
              "Перенесите заголовки в начало таблицы: так бывает после сортировки вместе с ними."});
}

void TableStager::merged(const tabular::MergedCells& range) {
  if (!header_ && !held_.empty()) release_held();  // all rows have been seen
  if (!header_ || range.last_row <= source_.header_row || range.first_row == range.last_row) return;
  if (source_.merged.size() >= kMaxFindings) {
    source_.readable = false;  // a sheet like this is a drawing
    return;
  }
  source_.merged.push_back({std::max(range.first_row, source_.header_row + 1), range.last_row});
  std::string_view title;
  const auto cell = static_cast<std::size_t>(range.first_column - 1);
  if (cell < header_->columns.size() && header_->columns[cell] != Header::kNone)
    title = form_.columns[header_->columns[cell]].title;
  log_.error(source_, {range.first_row, title, range.first_column}, {},
             {"merged",
              fmt::format("Ячейки строк {}–{} объединены: значение стоит только в первой из них.",
                          range.first_row, range.last_row),
              "Разъедините ячейки и впишите значение в каждую строку."});
}

void TableStager::file_problem(std::int64_t row, Problem problem) {
  bad_file_reported_ = true;
  source_.readable = false;
  log_.error(source_, {row}, {}, problem);
}

void TableStager::cut_short() {
  source_.complete = false;
  source_.readable = false;
}

void TableStager::finish() {
  if (!held_.empty()) release_held();
  if (header_ || bad_file_reported_) return;
  source_.complete = false;
  source_.readable = false;
  const bool sheet = !source_.sheet.empty();
  log_.error(
      source_, {}, {},
      {"empty", fmt::format("{} пуст: в нём нет даже строки заголовков.", sheet ? "Лист" : "Файл"),
       fmt::format("Впишите в первую строку названия столбцов таблицы «{}» или уберите {}.",
                   form_.title, sheet ? "лист" : "файл")});
}

void TableStager::take_header(std::int64_t number, std::span<const Cell> cells) {
  header_ = read_header(
      form_, cells,
      [&](std::int64_t cell, std::string_view column, std::string_view value, const Problem& p) {
        source_.readable = false;
        log_.error(source_, {number, column, cell}, value, p);
      });
  source_.cells = header_->cells;
  if (!header_->recognised) {
    source_.complete = false;
    return;
  }
  source_.header_row = number;
  lay_out_staging();
}

void TableStager::lay_out_staging() {
  std::vector<std::string> names = {"_source", "_row", "_key_valid", "_valid"};
  blank_ = {source_index_, std::int64_t{0}, std::int64_t{1}, std::int64_t{1}};
  slots_.assign(form_.columns.size(), Header::kNone);
  for (std::size_t i = 0; i < form_.columns.size(); ++i) {
    const auto& column = form_.columns[i];
    if (column.import_only) continue;
    const auto* file = form_.column(column.key + "_file");
    const bool from_file =
        file && file->import_only &&
        header_->cells[static_cast<std::size_t>(file - form_.columns.data())] != Header::kNone;
    const bool named = header_->cells[i] != Header::kNone;
    if (named || from_file) source_.columns.push_back(&column);
    if (!named && !from_file && !rules_[i].in_key()) continue;
    if (column.required && !named && rules_[i].in_key()) blank_[kKeyValid] = std::int64_t{0};
    slots_[i] = blank_.size();
    names.push_back(column.key);
    blank_.push_back(rules_[i].empty());
  }
  writer_.emplace(database_, "staging." + form_.table, names);
}

const Cell& TableStager::cell_of(std::size_t column, std::span<const Cell> cells) const {
  static const Cell kNothing;
  const std::size_t cell = header_->cells[column];
  return cell < cells.size() ? cells[cell] : kNothing;
}

void TableStager::problem(std::int64_t number, std::size_t column, std::string_view value,
                          const Problem& p) {
  log_.error(source_, spot_of(source_, number, column), value, p);
}

bool TableStager::has_stray_cells(std::int64_t number, std::span<const Cell> cells) {
  const bool sheet = !source_.sheet.empty();
  for (std::size_t i = header_->columns.size(); i < cells.size(); ++i) {
    if (tabular::is_blank(cells[i])) continue;
    const Problem what =
        sheet ? Problem{"extra", "Правее таблицы стоит значение, а столбца над ним нет.",
                        "Удалите значение или дайте столбцу название."}
              : Problem{"extra", "В строке больше значений, чем столбцов в заголовке.",
                        "Текст с разделителем внутри возьмите в кавычки; лишние значения удалите."};
    log_.error(source_, {number, {}, static_cast<std::int64_t>(i) + 1}, cells[i].text, what);
    return true;
  }
  std::erase_if(header_->unnamed, [&](std::size_t i) {  // reported once per column
    if (i >= cells.size() || tabular::is_blank(cells[i])) return false;
    source_.readable = false;
    log_.error(source_, {number, {}, static_cast<std::int64_t>(i) + 1}, cells[i].text,
               {"unnamed", fmt::format("В столбце {} есть значения, а названия у него нет.", i + 1),
                "Впишите название столбца в строку заголовков или удалите столбец."});
    return true;
  });
  return false;
}

void TableStager::stage(std::int64_t number, std::span<const Cell> cells) {
  ++source_.rows;
  if (has_stray_cells(number, cells)) {
    source_.complete = false;  // its cells may be shifted: none can be trusted
    source_.unstaged.push_back(number);
    return;
  }
  values_ = blank_;
  values_[kRow] = number;
  const auto refuse = [this] { values_[kValid] = std::int64_t{0}; };
  Problem what;
  for (std::size_t i = 0; i < form_.columns.size(); ++i) {
    if (header_->cells[i] == Header::kNone) continue;
    const auto& cell = cell_of(i, cells);
    registry::Value value;
    if (!rules_[i].read(cell, value, what, source_.municipality)) {
      problem(number, i, cell.text, what);
      refuse();
      if (rules_[i].in_key()) values_[kKeyValid] = std::int64_t{0};
      continue;
    }
    if (!form_.columns[i].import_only) {
      values_[slots_[i]] = std::move(value);
    } else if (const auto* path = std::get_if<std::string>(&value)) {
      if (!fill_from_file(number, i, *path)) refuse();
    }
  }
  if (!check_groups(number, cells)) refuse();
  writer_->row(values_);
}

bool TableStager::fill_from_file(std::int64_t number, std::size_t column, const std::string& path) {
  const std::string& key = form_.columns[column].key;
  const auto* target = form_.column(key.substr(0, key.rfind("_file")));
  const auto target_index = static_cast<std::size_t>(target - form_.columns.data());
  auto& slot = values_[slots_[target_index]];
  if (std::holds_alternative<std::string>(slot)) {
    problem(number, column, path,
            {"both",
             fmt::format("Заполнены и «{}», и «{}».", target->title, form_.columns[column].title),
             "Оставьте одно из двух."});
    return false;
  }
  std::string text;
  Problem what;
  if (!read_body_file(source_.file.parent_path(), path, text, what) ||
      !rules_[target_index].read(text, slot, what)) {
    problem(number, column, path, what);
    return false;
  }
  return true;
}

bool TableStager::check_groups(std::int64_t number, std::span<const Cell> cells) {
  bool good = true;
  for (const auto& group : form_.one_of) {
    std::vector<std::string> titles;
    bool present = false;
    bool filled = false;
    for (const auto& key : group) {
      const auto* column = form_.column(key);
      const auto index = static_cast<std::size_t>(column - form_.columns.data());
      present = present || header_->cells[index] != Header::kNone;
      filled = filled || !tabular::is_blank(cell_of(index, cells));
      if (!filled) titles.push_back(fmt::format("«{}»", column->title));
    }
    if (!present || filled) continue;
    good = false;
    log_.error(
        source_, {number}, {},
        {"one_of", fmt::format("Не заполнен ни один из столбцов {}.", base::join(titles, ", ")),
         "Заполните любой из них."});
  }
  return good;
}

}  // namespace metodaktiv::import
