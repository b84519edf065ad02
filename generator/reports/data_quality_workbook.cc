#include "reports/data_quality_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/text.h"
#include "reports/data_quality_cover.h"
#include "reports/list_sheet.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using indicators::Scope;
using workbook::Sheet;

constexpr int kHeaderRow = ListSheet::kHeaderRow;
/// Longer lists help nobody; what is left out is said.
constexpr std::size_t kMostRows = 5000;

std::string counts_sentence(const PlaceQuality& quality) {
  if (quality.findings.empty()) return "Замечаний к данным нет.";
  return fmt::format(
      "{}: {}, {}.", remarks(static_cast<long long>(quality.findings.size())),
      base::counted(quality.errors, "ошибка", "ошибки", "ошибок"),
      base::counted(quality.warnings, "предупреждение", "предупреждения", "предупреждений"));
}

void write_severity(Sheet& sheet, int row, int column, const SheetStyles& styles,
                    base::Severity severity) {
  const bool error = severity == base::Severity::kError;
  sheet.text(row, column, error ? "✘ ошибка" : "! внимание",
             error ? styles.not_met : styles.attention);
}

/// A value as people write it: dates by day, month and year.
std::string shown_value(const std::string& value) {
  const auto date = base::Date::parse_iso(value);
  return date ? date->dotted() : value;
}

/// Returns the row of the first remark of each check.
std::map<std::string_view, int> fill_findings(Sheet sheet, const SheetStyles& styles,
                                              const ReportContext& context, const Place& place,
                                              const Sheet& cover) {
  const std::vector<ListColumn> columns = {
      {"№", 6},        {"Важность", 13}, {"Таблица", 25},    {"Строка (код)", 21},
      {"Столбец", 18}, {"Значение", 15}, {"Что не так", 56}, {"Как исправить", 44}};
  const auto& quality = quality_of(context, place);
  ListSheet list(sheet, styles, context, place, "Замечания к данным", columns);
  list.top(
      counts_sentence(quality) +
          (quality.findings.empty() ? ""
                                    : " Прочерк в столбце «Строка» — замечание к таблице в целом."),
      cover);
  std::map<std::string_view, int> first_rows;
  const auto shown = std::min(quality.findings.size(), kMostRows);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& entry = *quality.findings[i];
    const auto& finding = entry.finding;
    const int row = list.row({finding.place.sheet, entry.key, finding.place.column,
                              shown_value(finding.value), finding.message, finding.remedy},
                             2);
    sheet.number(row, 0, static_cast<double>(i + 1), styles.ordinal);
    write_severity(sheet, row, 1, styles, finding.severity);
    first_rows.try_emplace(entry.check, row);
  }
  if (shown > 0) {
    sheet.expect_numbers_as_text(kHeaderRow + 1, 2, list.last_row(), list.last_column());
  } else {
    list.line("Исправлять нечего.", styles.text);
  }
  if (shown < quality.findings.size()) {
    list.line(fmt::format("Показаны первые {}; остальные появятся, когда эти будут исправлены.",
                          remarks(static_cast<long long>(shown))),
              styles.note);
  }
  list.finish("Findings", 2);
  return first_rows;
}

/// What the remarks of a place are about; the titles lead to the first of them.
void fill_kinds(Sheet sheet, const SheetStyles& styles, const ReportContext& context,
                const Place& place, const Sheet& findings,
                const std::map<std::string_view, int>& first_rows, const Sheet& cover) {
  const std::vector<ListColumn> columns = {
      {"Проверка", 66}, {"Важность", 16}, {"Замечаний", 13}, {"Основание", 56}};
  const auto& quality = quality_of(context, place);
  std::map<std::string_view, long long> counts;
  for (const auto* entry : quality.findings) ++counts[entry->check];
  ListSheet list(sheet, styles, context, place, "Замечания по видам", columns);
  list.top(counts_sentence(quality) + " Название проверки ведёт к первому её замечанию.", cover);
  for (const auto& check : context.input.inspection->counts) {
    const auto count = counts.find(check.id);
    if (count == counts.end()) continue;
    const int row = list.row({check.title, "", "", check.source}, 0);
    if (const auto first = first_rows.find(check.id); first != first_rows.end())
      sheet.link(row, 0, findings, first->second, 0, check.title, styles.link);
    write_severity(sheet, row, 1, styles, check.severity);
    sheet.number(row, 2, static_cast<double>(count->second), styles.integer);
  }
  if (list.last_row() == kHeaderRow) list.line("Исправлять нечего.", styles.text);
  list.finish("Kinds", 1);
}

/// How full the tables of a municipality are.
void fill_tables(Sheet sheet, const SheetStyles& styles, const ReportContext& context,
                 const Place& place, const Sheet& cover) {
  const std::vector<ListColumn> columns = {{"Таблица", 46},
                                           {"Строк", 14},
                                           {"Строк с замечаниями", 16},
                                           {"Доля без замечаний", 16},
                                           {"Замечаний", 14},
                                           {"Заполненность", 30}};
  const auto& quality = quality_of(context, place);
  ListSheet list(sheet, styles, context, place, "Полнота по таблицам", columns);
  list.top(fmt::format("Заполнено таблиц: {} из {}.",
                       quality.tables.size() - quality.empty_tables.size(), quality.tables.size()),
           cover);
  for (const auto& table : quality.tables) {
    const int row = list.row({table.title}, 0);
    sheet.number(row, 1, static_cast<double>(table.rows), styles.integer);
    sheet.number(row, 2, static_cast<double>(table.flagged_rows), styles.integer);
    if (table.rows > 0) {
      sheet.formula(
          row, 3, fmt::format("=1-{}/{}", workbook::cell_name(row, 2), workbook::cell_name(row, 1)),
          1 - static_cast<double>(table.flagged_rows) / static_cast<double>(table.rows),
          styles.value(config::Unit::kPercent));
    } else {
      sheet.text(row, 3, "—", styles.text_center);
    }
    sheet.number(row, 4, static_cast<double>(table.remarks), styles.integer);
    if (table.rows == 0) {
      sheet.text(row, 5, "✘ таблица пуста", styles.not_met);
    } else if (table.remarks > 0) {
      sheet.text(row, 5, "! есть замечания", styles.attention);
    } else {
      sheet.text(row, 5, "✔ без замечаний", styles.met);
    }
  }
  list.finish("Tables", 1);
}

/// What is wrong most often in the whole region.
void fill_region_kinds(Sheet sheet, const SheetStyles& styles, const ReportContext& context,
                       const Place& place, const Sheet& cover) {
  const std::vector<ListColumn> columns = {{"Проверка", 58},     {"Важность", 15},
                                           {"Замечаний", 13},    {"Муниципалитетов", 17},
                                           {"Больше всего", 34}, {"Основание", 46}};
  std::map<std::string_view, std::map<std::string, long long>> counts;
  for (const auto& [code, quality] : context.quality) {
    for (const auto* entry : quality.findings) ++counts[entry->check][code];
  }
  ListSheet list(sheet, styles, context, place, "Замечания по видам", columns);
  list.top("По всему региону: замечания к данным муниципалитетов и к общим таблицам.", cover);
  for (const auto& check : context.input.inspection->counts) {
    const auto found = counts.find(check.id);
    if (found == counts.end()) continue;
    long long total = 0, places = 0, most = 0;
    std::string where;
    for (const auto& [code, count] : found->second) {
      total += count;
      places += !code.empty();
      if (code.empty() || count <= most) continue;
      most = count;
      const auto name = context.input.inspection->municipalities.find(code);
      where = name == context.input.inspection->municipalities.end() ? code : name->second;
    }
    const auto leader = most == 0 ? std::string() : fmt::format("{} — {}", where, most);
    const int row = list.row({check.title, "", "", "", leader, check.source}, 0);
    write_severity(sheet, row, 1, styles, check.severity);
    sheet.number(row, 2, static_cast<double>(total), styles.integer);
    sheet.number(row, 3, static_cast<double>(places), styles.integer);
  }
  if (list.last_row() == kHeaderRow) list.line("Исправлять нечего.", styles.text);
  list.finish("Kinds", 1);
}

void fill_ranking(Sheet sheet, const SheetStyles& styles, const ReportContext& context,
                  const Place& place, const Sheet& cover) {
  const std::vector<ListColumn> columns = {{"Место", 9},
                                           {"Муниципалитет", 34},
                                           {"Строк", 12},
                                           {"Строк с замечаниями", 14},
                                           {"Доля без замечаний", 13},
                                           {"С замечаниями из 1000 строк", 22},
                                           {"Ошибок", 11},
                                           {"Предупреждений", 17},
                                           {"Таблиц заполнено", 13},
                                           {"Пустые таблицы", 46}};
  ListSheet list(sheet, styles, context, place, "Муниципалитеты по полноте и точности данных",
                 columns);
  list.top(
      "Место — по доле строк, к которым нет ни одного замечания; равные доли делят место. "
      "Полоса — сколько строк из каждой тысячи с замечаниями: чем короче, тем лучше.",
      cover);
  double most = 1;
  for (const auto* entry : ranked(context.quality)) {
    const auto name = context.input.inspection->municipalities.find(entry->code);
    const auto rows = static_cast<double>(entry->rows);
    const auto flagged = static_cast<double>(entry->flagged_rows);
    const int row = list.row({base::join(entry->empty_tables, ", ")}, 9);
    const auto cell = [row](int column) { return workbook::cell_name(row, column); };
    if (entry->place > 0) {
      sheet.number(row, 0, entry->place, styles.ordinal);
    } else {
      sheet.text(row, 0, "—", styles.text_center);
    }
    sheet.text(row, 1, name->second, styles.text);
    sheet.number(row, 2, rows, styles.integer);
    sheet.number(row, 3, flagged, styles.integer);
    if (entry->rows > 0) {
      sheet.formula(row, 4, fmt::format("=1-{}/{}", cell(3), cell(2)), 1 - flagged / rows,
                    styles.value(config::Unit::kPercent));
      sheet.formula(row, 5, fmt::format("={}/{}*1000", cell(3), cell(2)), flagged / rows * 1000,
                    styles.fraction);
      most = std::max(most, std::ceil(flagged / rows * 1000));
    } else {
      for (const int column : {4, 5}) sheet.text(row, column, "нет данных", styles.no_data);
    }
    sheet.number(row, 6, static_cast<double>(entry->errors), styles.integer);
    sheet.number(row, 7, static_cast<double>(entry->warnings), styles.integer);
    sheet.text(row, 8,
               fmt::format("{} из {}", entry->tables.size() - entry->empty_tables.size(),
                           entry->tables.size()),
               styles.text_center);
  }
  if (list.last_row() > kHeaderRow)
    sheet.data_bar(kHeaderRow + 1, 5, list.last_row(), 5, most, palette::kWorse);
  list.finish("Municipalities", 2);
}

}  // namespace

void write_data_quality_workbook(const ReportContext& context, const Place& place,
                                 const std::filesystem::path& file) {
  workbook::Workbook book(file, context.properties(fmt::format("Качество данных: {}", place.name)));
  const SheetStyles styles(book);
  const bool region = place.scope == Scope::kRegion;
  const Sheet front = book.add_sheet("Сводка");
  CoverSheet cover(book, front, context, place);
  std::vector<CoverEntry> entries;
  const auto add = [&](const char* name, const char* answers) {
    entries.push_back({book.add_sheet(name), answers});
    return entries.back().sheet;
  };
  if (region) {
    const Sheet ranking = add("Муниципалитеты", "У кого данные полнее и точнее");
    fill_ranking(ranking, styles, context, place, front);
    const Sheet kinds = add("По видам", "Какие замечания встречаются чаще и где");
    fill_region_kinds(kinds, styles, context, place, front);
    const Sheet findings =
        add("Замечания региона", "Замечания к общим данным, построчно: где и как исправить");
    fill_findings(findings, styles, context, place, front);
  } else {
    const Sheet kinds = add("По видам", "О чём замечания и сколько их");
    const Sheet findings = add("Замечания", "Каждое замечание: где оно и как его исправить");
    const auto first_rows = fill_findings(findings, styles, context, place, front);
    fill_kinds(kinds, styles, context, place, findings, first_rows, front);
    const Sheet tables = add("По таблицам", "Какие таблицы заполнены, какие пусты");
    fill_tables(tables, styles, context, place, front);
  }
  fill_quality_cover(cover, context, place, entries);
  book.save();
}

}  // namespace metodaktiv::reports
