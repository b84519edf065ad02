#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/number.h"
#include "base/text.h"
#include "changes/report_tables.h"

namespace metodaktiv::changes {
namespace {

using config::Unit;
using indicators::Figure;

ReportCell value_cell(const Figure& figure) {
  const auto value = figure.value();
  if (!value) return text_cell("нет данных");
  const auto form = figure.unit == Unit::kPercent    ? CellForm::kPercent
                    : figure.unit == Unit::kRatio    ? CellForm::kFraction
                    : figure.unit == Unit::kPresence ? CellForm::kPresence
                                                     : CellForm::kInteger;
  return {figure.shown(), value, form};
}

/// «12 из 16», the numerator alone for what has no denominator.
std::string parts(const Figure& figure) {
  if (!figure.value()) return {};
  const auto numerator = base::plain_russian(*figure.numerator);
  if (!figure.denominator) return figure.unit == Unit::kPresence ? std::string() : numerator;
  return fmt::format("{} {} {}", numerator, figure.unit == Unit::kRatio ? "на" : "из",
                     base::plain_russian(*figure.denominator));
}

/// «▲ 0,8 п. п., лучше»: the sign and the word say the same to those who don't see colours.
std::string movement(const FigureChange& change) {
  const auto was = change.before.scaled(1), is = change.after.scaled(1);
  if (!was) return "появились данные";
  if (!is) return "данных больше нет";
  const auto delta = *is - *was;
  if (change.after.unit == Unit::kPresence) return delta > 0 ? "▲ появилось" : "▼ больше нет";
  auto text =
      fmt::format("{} {}{}", delta > 0 ? "▲" : "▼", base::fixed_russian(std::llabs(delta), 1),
                  change.after.unit == Unit::kPercent ? "\u00A0п.\u00A0п." : "");
  if (change.after.target) {
    const bool better = (delta > 0) == (change.after.target_is == config::TargetIs::kAtLeast);
    text += better ? ", лучше" : ", хуже";
  }
  return text;
}

std::string causes(const FigureChange& change, Kind kind) {
  if (kind == Kind::kPublication) return {};
  std::vector<std::string> tables;
  for (const auto& count : change.counts) {
    std::vector<std::string> words;
    if (count.added > 0) words.push_back("добавлено " + base::grouped(count.added));
    if (count.removed > 0) words.push_back("удалено " + base::grouped(count.removed));
    if (count.changed > 0) words.push_back("изменено " + base::grouped(count.changed));
    tables.push_back(fmt::format("«{}» — {}", count.title, base::join(words, ", ")));
  }
  if (tables.empty()) return "только дата";
  return "строки: " + base::join(tables, "; ");
}

std::string row_words(const RowChange& row) {
  if (row.way == RowWay::kAdded) return "строка добавлена";
  if (row.way == RowWay::kRemoved) return "строка удалена";
  if (row.fields.empty()) return "муниципалитет стал другим";
  std::vector<std::string> fields;
  for (const auto& field : row.fields) {
    fields.push_back(fmt::format("{}: {} → {}", field.title,
                                 field.before.empty() ? "пусто" : field.before,
                                 field.after.empty() ? "пусто" : field.after));
  }
  return base::join(fields, "; ");
}

long long all_rows(const FigureChange& change) {
  long long sum = 0;
  for (const auto& count : change.counts) sum += count.added + count.removed + count.changed;
  return sum;
}

void add_rows(const FigureChange& change, const std::string& title, ReportTable& table) {
  const auto add = [&](std::string source, std::string key, std::string what) {
    ReportRow row;
    row.group = fmt::format("{}, {}", title, change.after.name);
    row.line = source.empty() ? what : fmt::format("«{}», {}: {}", source, key, what);
    row.cells = {text_cell(title), text_cell(change.after.name), text_cell(std::move(source)),
                 text_cell(std::move(key)), text_cell(std::move(what))};
    table.rows.push_back(std::move(row));
  };
  for (const auto& row : change.rows) add(row.title, row.key, row_words(row));
  const auto more = all_rows(change) - static_cast<long long>(change.rows.size());
  if (!change.rows.empty() && more > 0) {
    add({}, {}, fmt::format("…и ещё {}", base::counted(more, "строка", "строки", "строк")));
  }
}

}  // namespace

void add_figure_tables(const Changes& changes, const config::RegionProfile& profile,
                       Report& report) {
  ReportTable figures{"Показатели",
                      {},
                      {{"Показатель", 42},
                       {"Муниципалитет", 20},
                       {"Было", 11},
                       {"Стало", 11},
                       {"Изменение", 19},
                       {"Из чего было", 15},
                       {"Из чего стало", 15},
                       {"Что сдвинуло", 40}},
                      {}};
  ReportTable rows{"Строки-причины",
                   {},
                   {{"Показатель", 38},
                    {"Муниципалитет", 20},
                    {"Таблица", 24},
                    {"Строка", 34},
                    {"Что изменилось", 55}},
                   {}};
  for (const auto& change : changes.figures) {
    const auto* definition = profile.indicator(change.after.indicator);
    const auto title = definition == nullptr ? change.after.indicator : definition->short_title;
    const auto before = value_cell(change.before), after = value_cell(change.after);
    const auto from = parts(change.before), to = parts(change.after);
    const auto why = causes(change, changes.kind);
    ReportRow row;
    row.group = title;
    row.line = fmt::format("{}: {} → {} ({})", change.after.name, before.text, after.text,
                           movement(change));
    if (!from.empty() && !to.empty() && from != before.text)
      row.line += fmt::format("; {} → {}", from, to);
    if (!why.empty()) row.line += "; " + why;
    row.cells = {text_cell(title),
                 text_cell(change.after.name),
                 before,
                 after,
                 text_cell(movement(change)),
                 text_cell(from),
                 text_cell(to),
                 text_cell(why)};
    figures.rows.push_back(std::move(row));
    add_rows(change, title, rows);
  }
  const auto moved = static_cast<long long>(changes.figures.size());
  if (moved > 0) {
    figures.summary =
        fmt::format("{} за {} учебный год",
                    base::counted(moved, "значение", "значения", "значений"), changes.figures_year);
  }
  if (changes.figures_year.empty()) {
    figures.note = "Показатели не сравнены: общего учебного года у двух сторон нет.";
  } else if (changes.figures_hidden > 0) {
    figures.note =
        fmt::format("Не сравнено {}: одно из двух чисел скрыто, потому что речь о немногих людях.",
                    base::counted(changes.figures_hidden, "значение", "значения", "значений"));
  }
  const bool dates_alone =
      std::any_of(changes.figures.begin(), changes.figures.end(),
                  [](const FigureChange& change) { return change.counts.empty(); });
  if (changes.kind == Kind::kRegistry && dates_alone) {
    figures.note +=
        std::string(figures.note.empty() ? "" : " ") +
        "«Только дата»: строки муниципалитета те же, сдвинулся день, на который считают.";
  }
  rows.if_any = true;
  if (!rows.rows.empty()) {
    rows.summary = "строки таблиц, от которых зависят показатели муниципалитетов";
    rows.note =
        "Показаны первые строки каждого показателя; сколько их всего, сказано на листе "
        "«Показатели».";
  }
  report.tables.push_back(std::move(figures));
  if (changes.kind == Kind::kRegistry) report.tables.push_back(std::move(rows));
}

}  // namespace metodaktiv::changes
