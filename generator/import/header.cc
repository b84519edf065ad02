#include "import/header.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/nearest.h"
#include "base/text.h"
#include "config/form_stamp.h"
#include "tabular/code_points.h"

namespace metodaktiv::import {
namespace {

constexpr std::size_t kShownName = 60;

using Meant = std::set<const config::FormColumn*>;

/// A column that is taken for another under a wrong name goes to `meant`.
Problem unknown_column(const config::FormDefinition& form, std::string_view name,
                       const Header& header, Meant& meant) {
  std::vector<std::string> free_names;
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (header.cells[i] != Header::kNone) continue;
    titles.push_back(fmt::format("«{}»", form.columns[i].title));
    free_names.push_back(form.columns[i].key);
    free_names.push_back(form.columns[i].title);
  }
  std::string remedy;
  if (const auto near = base::nearest(name, free_names)) {
    meant.insert(form.column(*near));
    remedy = fmt::format(
        "Возможно, имелось в виду «{}»: исправьте название. Иначе удалите столбец.", *near);
  } else if (titles.empty()) {
    remedy = "Удалите столбец.";
  } else {
    remedy = fmt::format("Удалите столбец или дайте ему одно из названий таблицы: {}.",
                         base::join(titles, ", "));
  }
  return {"column",
          fmt::format("В таблице «{}» нет столбца «{}».", form.title,
                      tabular::shortened(name, kShownName)),
          std::move(remedy)};
}

/// Columns in `meant` have their remark: they are there under another name.
void report_missing(const config::FormDefinition& form, const Header& header, const Meant& meant,
                    const HeaderReport& report) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const auto& column = form.columns[i];
    if (!column.required || header.cells[i] != Header::kNone || meant.contains(&column)) continue;
    report(0, column.title, {},
           {"column_missing", "Нет обязательного столбца.",
            fmt::format("Добавьте столбец «{}» (или {}).", column.title, column.key)});
  }
  for (const auto& group : form.one_of) {
    std::vector<std::string> titles;
    bool present = false;
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      if (std::find(group.begin(), group.end(), form.columns[i].key) == group.end()) continue;
      titles.push_back(fmt::format("«{}»", form.columns[i].title));
      present = present || header.cells[i] != Header::kNone || meant.contains(&form.columns[i]);
    }
    if (present) continue;
    report(0, {}, {},
           {"column_missing",
            fmt::format("Нужен хотя бы один из столбцов {}.", base::join(titles, ", ")),
            "Добавьте любой из них."});
  }
}

/// The name in a header cell, without the mark of a required column.
std::string_view name_in(const tabular::Cell& cell) {
  auto name = base::trimmed(cell.text);
  if (name.ends_with('*')) name = base::trimmed(name.substr(0, name.size() - 1));
  return name;
}

bool is_remarks_column(std::string_view name) {
  return base::folded(name) == base::folded(config::kRemarksSheet);
}

}  // namespace

std::size_t named_columns(const config::FormDefinition& form,
                          std::span<const tabular::Cell> cells) {
  std::set<const config::FormColumn*> named;
  for (const auto& cell : cells) {
    if (cell.kind != tabular::Cell::Kind::kText) continue;
    const auto name = name_in(cell);
    if (name.empty()) continue;
    if (const auto* column = form.column(name)) named.insert(column);
  }
  return named.size();
}

Header read_header(const config::FormDefinition& form, std::span<const tabular::Cell> cells,
                   const HeaderReport& report) {
  Header header;
  header.columns.assign(cells.size(), Header::kNone);
  header.cells.assign(form.columns.size(), Header::kNone);
  std::vector<std::pair<std::size_t, std::string>> unknown;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string name(name_in(cells[i]));
    if (name.empty()) {
      header.unnamed.push_back(i);
      continue;
    }
    const auto* column = form.column(name);
    if (!column) {
      if (!is_remarks_column(name)) unknown.emplace_back(i, name);
      continue;
    }
    const auto index = static_cast<std::size_t>(column - form.columns.data());
    if (header.cells[index] != Header::kNone) {
      report(static_cast<std::int64_t>(i) + 1, column->title, name,
             {"column_repeated", "Столбец повторяется.", "Оставьте один столбец, второй удалите."});
      continue;
    }
    header.columns[i] = index;
    header.cells[index] = i;
    header.recognised = true;
  }
  if (!header.recognised) {
    std::vector<std::string> needed;
    for (const auto& column : form.columns) {
      if (column.required) needed.push_back(fmt::format("«{}»", column.title));
    }
    report(0, {}, cells.empty() ? std::string_view() : cells.front().text,
           {"header", fmt::format("Не узнан ни один столбец таблицы «{}».", form.title),
            fmt::format("В строке заголовков должны стоять названия столбцов, среди них: {}.",
                        base::join(needed, ", "))});
    return header;
  }
  Meant meant;
  for (const auto& [i, name] : unknown) {
    report(static_cast<std::int64_t>(i) + 1, tabular::shortened(name, kShownName), {},
           unknown_column(form, name, header, meant));
  }
  report_missing(form, header, meant, report);
  return header;
}

}  // namespace metodaktiv::import
