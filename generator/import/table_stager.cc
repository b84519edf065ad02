#include "import/table_stager.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "import/body_file.h"
#include "import/staging.h"

namespace metodaktiv::import {
namespace {

constexpr std::size_t kServiceColumns = 3;  // _source, _row, _key_valid

bool is_blank(std::string_view text) { return text.empty() || base::trimmed(text).empty(); }

}  // namespace

TableStager::TableStager(registry::Database& database, Source& source, std::int64_t source_index,
                         const std::vector<ColumnRule>& rules, FindingLog& log)
    : database_(database),
      source_(source),
      form_(*source.form),
      source_index_(source_index),
      rules_(rules),
      log_(log) {}

bool TableStager::row(std::int64_t number, std::span<const std::string> cells) {
  if (std::all_of(cells.begin(), cells.end(), is_blank)) return true;
  if (!header_) {
    take_header(number, cells);
    return header_->recognised;
  }
  stage(number, cells);
  return true;
}

void TableStager::file_problem(std::int64_t row, Problem problem) {
  bad_file_reported_ = true;
  log_.error(source_, row, {}, {}, problem);
}

void TableStager::finish() {
  if (header_ || bad_file_reported_) return;
  source_.complete = false;
  log_.error(
      source_, 0, {}, {},
      {"empty", "Файл пуст: в нём нет даже строки заголовков.",
       fmt::format("Впишите в первую строку названия столбцов таблицы «{}» или уберите файл.",
                   form_.title)});
}

void TableStager::take_header(std::int64_t number, std::span<const std::string> cells) {
  header_ = read_header(form_, cells,
                        [&](std::string_view column, std::string_view value, const Problem& p) {
                          log_.error(source_, number, column, value, p);
                        });
  if (!header_->recognised) {
    source_.complete = false;
    return;
  }
  std::vector<std::string> names = {"_source", "_row", "_key_valid"};
  blank_ = {source_index_, std::int64_t{0}, std::int64_t{1}};
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
    if (column.required && !named && rules_[i].in_key()) blank_[2] = std::int64_t{0};
    slots_[i] = blank_.size();
    names.push_back(column.key);
    blank_.push_back(rules_[i].empty());
  }
  writer_.emplace(database_, "staging." + form_.table, names);
}

std::string_view TableStager::text_of(std::size_t column,
                                      std::span<const std::string> cells) const {
  const std::size_t cell = header_->cells[column];
  return cell < cells.size() ? std::string_view(cells[cell]) : std::string_view();
}

void TableStager::problem(std::int64_t number, std::size_t column, std::string_view value,
                          const Problem& p) {
  log_.error(source_, number, form_.columns[column].title, value, p);
}

bool TableStager::has_stray_cells(std::int64_t number, std::span<const std::string> cells) {
  for (std::size_t i = header_->columns.size(); i < cells.size(); ++i) {
    if (is_blank(cells[i])) continue;
    log_.error(source_, number, {}, cells[i],
               {"extra", "В строке больше значений, чем столбцов в заголовке.",
                "Текст с разделителем внутри возьмите в кавычки; лишние значения удалите."});
    return true;
  }
  std::erase_if(header_->unnamed, [&](std::size_t i) {  // reported once per column
    if (i >= cells.size() || is_blank(cells[i])) return false;
    log_.error(source_, number, {}, cells[i],
               {"unnamed", fmt::format("В столбце {} есть значения, а названия у него нет.", i + 1),
                "Впишите название столбца в строку заголовков или удалите столбец."});
    return true;
  });
  return false;
}

void TableStager::stage(std::int64_t number, std::span<const std::string> cells) {
  if (has_stray_cells(number, cells)) {
    source_.complete = false;  // its cells are shifted: none can be trusted
    return;
  }
  values_ = blank_;
  values_[1] = number;
  Problem what;
  for (std::size_t i = 0; i < form_.columns.size(); ++i) {
    if (header_->cells[i] == Header::kNone) continue;
    const auto text = text_of(i, cells);
    registry::Value value;
    if (!rules_[i].read(text, value, what)) {
      problem(number, i, text, what);
      if (rules_[i].in_key()) values_[2] = std::int64_t{0};
      continue;
    }
    if (!form_.columns[i].import_only) {
      values_[slots_[i]] = std::move(value);
    } else if (const auto* path = std::get_if<std::string>(&value)) {
      fill_from_file(number, i, *path);
    }
  }
  check_groups(number, cells);
  writer_->row(values_);
}

void TableStager::fill_from_file(std::int64_t number, std::size_t column, const std::string& path) {
  const std::string& key = form_.columns[column].key;
  const auto* target = form_.column(key.substr(0, key.rfind("_file")));
  const auto target_index = static_cast<std::size_t>(target - form_.columns.data());
  auto& slot = values_[slots_[target_index]];
  if (std::holds_alternative<std::string>(slot)) {
    problem(number, column, path,
            {"both",
             fmt::format("Заполнены и «{}», и «{}».", target->title, form_.columns[column].title),
             "Оставьте одно из двух."});
    return;
  }
  std::string text;
  Problem what;
  if (!read_body_file(source_.file.parent_path(), path, text, what) ||
      !rules_[target_index].read(text, slot, what)) {
    problem(number, column, path, what);
  }
}

void TableStager::check_groups(std::int64_t number, std::span<const std::string> cells) {
  for (const auto& group : form_.one_of) {
    std::vector<std::string> titles;
    bool present = false;
    bool filled = false;
    for (const auto& key : group) {
      const auto* column = form_.column(key);
      const auto index = static_cast<std::size_t>(column - form_.columns.data());
      present = present || header_->cells[index] != Header::kNone;
      filled = filled || !is_blank(text_of(index, cells));
      if (!filled) titles.push_back(fmt::format("«{}»", column->title));
    }
    if (!present || filled) continue;
    log_.error(
        source_, number, {}, {},
        {"one_of", fmt::format("Не заполнен ни один из столбцов {}.", base::join(titles, ", ")),
         "Заполните любой из них."});
  }
}

}  // namespace metodaktiv::import
