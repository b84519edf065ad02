#include "reports/data_quality_workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "reports/kpi_workbook.h"
#include "reports/sheet_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;
using indicators::Scope;
using quality::QualityFinding;
using workbook::Sheet;

constexpr int kSentenceRow = 2;
constexpr int kHeaderRow = 4;
/// Longer lists help nobody; what is left out is said.
constexpr std::size_t kMostRows = 5000;

struct Head {
  const char* title;
  double width;
};

template <std::size_t N>
void write_header(Sheet& sheet, const SheetStyles& styles, const std::array<Head, N>& heads) {
  for (std::size_t i = 0; i < N; ++i) {
    const int column = static_cast<int>(i);
    sheet.text(kHeaderRow, column, heads[i].title, styles.header);
    sheet.column(column, column, heads[i].width);
  }
  sheet.row_height(kHeaderRow, 32);
}

void finish(Sheet& sheet, const ReportContext& context, const Place& place, const char* title,
            int last_row, int last_column, int frozen_columns) {
  sheet.freeze(kHeaderRow + 1, frozen_columns);
  auto page = analytical_page(context, context.words(place).name, title);
  page.repeat_rows = std::pair(kHeaderRow, kHeaderRow);
  sheet.page(page);
  sheet.print_area(0, 0, last_row, last_column);
}

const PlaceQuality& quality_of(const ReportContext& context, const Place& place) {
  static const PlaceQuality kNone;
  const auto found =
      context.quality.find(place.scope == Scope::kRegion ? std::string() : place.code);
  return found == context.quality.end() ? kNone : found->second;
}

std::string counts_sentence(const PlaceQuality& quality) {
  if (quality.findings.empty()) return "Замечаний к данным нет.";
  return fmt::format(
      "{}: {}, {}.",
      base::counted(static_cast<long long>(quality.findings.size()), "замечание", "замечания",
                    "замечаний"),
      base::counted(quality.errors, "ошибка", "ошибки", "ошибок"),
      base::counted(quality.warnings, "предупреждение", "предупреждения", "предупреждений"));
}

std::string rows_sentence(const ReportContext& context, const PlaceQuality& quality) {
  if (quality.rows == 0) return {};
  auto text = fmt::format(" Строк без замечаний: {} из {}.", base::grouped(quality.sound_rows()),
                          base::grouped(quality.rows));
  if (quality.place > 0) {
    text += fmt::format(" Место среди муниципалитетов — {} из {}.", quality.place,
                        context.quality.size() - 1);
  }
  if (!quality.empty_tables.empty()) {
    text += fmt::format(" Пустые таблицы: {}.", base::join(quality.empty_tables, ", "));
  }
  return text;
}

void write_finding(Sheet& sheet, int row, int number, const SheetStyles& styles,
                   const std::array<Head, 8>& heads, const QualityFinding& entry) {
  const auto& finding = entry.finding;
  const bool error = finding.severity == base::Severity::kError;
  const std::array<std::string, 6> texts = {finding.place.sheet,  entry.key,
                                            finding.place.column, finding.value,
                                            finding.message,      finding.remedy};
  sheet.number(row, 0, number, styles.ordinal);
  sheet.text(row, 1, error ? "✘ ошибка" : "! внимание", error ? styles.not_met : styles.attention);
  double height = 16;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    sheet.text(row, static_cast<int>(i) + 2, texts[i].empty() ? "—" : texts[i], styles.text);
    height =
        std::max(height, workbook::fitting_height(texts[i], heads[i + 2].width, style::body()));
  }
  sheet.row_height(row, height);
}

void fill_findings(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const Place& place) {
  static constexpr std::array<Head, 8> kHeads = {{{"№", 7},
                                                  {"Важность", 14},
                                                  {"Таблица", 24},
                                                  {"Строка (код)", 24},
                                                  {"Столбец", 20},
                                                  {"Значение", 22},
                                                  {"Что не так", 46},
                                                  {"Как исправить", 46}}};
  const auto& quality = quality_of(context, place);
  write_heading(sheet, styles, context, "Качество данных", context.words(place).with_kind);
  sheet.text(kSentenceRow, 0, counts_sentence(quality) + rows_sentence(context, quality),
             styles.label);
  write_header(sheet, styles, kHeads);
  int row = kHeaderRow;
  const auto shown = std::min(quality.findings.size(), kMostRows);
  for (std::size_t i = 0; i < shown; ++i) {
    write_finding(sheet, ++row, static_cast<int>(i) + 1, styles, kHeads, *quality.findings[i]);
  }
  const int last = static_cast<int>(kHeads.size()) - 1;
  if (shown > 0) {
    sheet.autofilter(kHeaderRow, 0, row, last);
    sheet.expect_numbers_as_text(kHeaderRow + 1, 2, row, last);
  } else {
    ++row;
    sheet.merge(row, 0, row, last, "Исправлять нечего.", styles.text);
  }
  if (shown < quality.findings.size()) {
    ++row;
    sheet.merge(row, 0, row, last,
                fmt::format("Показаны первые {}; остальные появятся, когда эти будут исправлены.",
                            base::counted(static_cast<long long>(shown), "замечание", "замечания",
                                          "замечаний")),
                styles.note);
  }
  finish(sheet, context, place, "Качество данных", row, last, 2);
}

void fill_kinds(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                const Place& place) {
  static constexpr std::array<Head, 4> kHeads = {
      {{"Проверка", 70}, {"Важность", 16}, {"Замечаний", 13}, {"Основание", 50}}};
  const auto& quality = quality_of(context, place);
  std::map<std::string_view, long long> counts;
  for (const auto* entry : quality.findings) ++counts[entry->check];
  write_heading(sheet, styles, context, "Замечания по видам", context.words(place).with_kind);
  sheet.text(kSentenceRow, 0, counts_sentence(quality), styles.label);
  write_header(sheet, styles, kHeads);
  int row = kHeaderRow;
  for (const auto& check : context.input.inspection->counts) {
    const auto count = counts.find(check.id);
    if (count == counts.end()) continue;
    ++row;
    const bool error = check.severity == base::Severity::kError;
    sheet.text(row, 0, check.title, styles.text);
    sheet.text(row, 1, error ? "✘ ошибка" : "! внимание",
               error ? styles.not_met : styles.attention);
    sheet.number(row, 2, static_cast<double>(count->second), styles.integer);
    sheet.text(row, 3, check.source.empty() ? "—" : check.source, styles.text);
    sheet.row_height(
        row, std::max({16.0, workbook::fitting_height(check.title, kHeads[0].width, style::body()),
                       workbook::fitting_height(check.source, kHeads[3].width, style::body())}));
  }
  if (row == kHeaderRow) {
    ++row;
    sheet.merge(row, 0, row, 3, "Исправлять нечего.", styles.text);
  } else {
    sheet.autofilter(kHeaderRow, 0, row, 3);
  }
  finish(sheet, context, place, "Замечания по видам", row, 3, 1);
}

void fill_ranking(Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                  const Place& place) {
  static constexpr std::array<Head, 8> kHeads = {{{"Место", 9},
                                                  {"Муниципалитет", 36},
                                                  {"Строк", 12},
                                                  {"Без замечаний", 14},
                                                  {"Доля без замечаний", 14},
                                                  {"Ошибок", 11},
                                                  {"Предупреждений", 17},
                                                  {"Пустые таблицы", 60}}};
  write_heading(sheet, styles, context, "Муниципалитеты по полноте и точности данных",
                context.words(place).with_kind);
  sheet.text(kSentenceRow, 0,
             "Место — по доле строк, к которым нет ни одного замечания; равные доли делят место.",
             styles.label);
  write_header(sheet, styles, kHeads);
  int row = kHeaderRow;
  for (const auto* entry : ranked(context.quality)) {
    ++row;
    const auto name = context.input.inspection->municipalities.find(entry->code);
    if (entry->place > 0) {
      sheet.number(row, 0, entry->place, styles.ordinal);
    } else {
      sheet.text(row, 0, "—", styles.text_center);
    }
    sheet.text(row, 1, name->second, styles.text);
    sheet.number(row, 2, static_cast<double>(entry->rows), styles.integer);
    sheet.number(row, 3, static_cast<double>(entry->sound_rows()), styles.integer);
    if (entry->rows > 0) {
      sheet.formula(row, 4,
                    fmt::format("={}/{}", workbook::cell_name(row, 3), workbook::cell_name(row, 2)),
                    static_cast<double>(entry->sound_rows()) / static_cast<double>(entry->rows),
                    styles.value(config::Unit::kPercent));
    } else {
      sheet.text(row, 4, "нет данных", styles.no_data);
    }
    sheet.number(row, 5, static_cast<double>(entry->errors), styles.integer);
    sheet.number(row, 6, static_cast<double>(entry->warnings), styles.integer);
    const auto tables = base::join(entry->empty_tables, ", ");
    sheet.text(row, 7, tables.empty() ? "—" : tables, styles.text);
    sheet.row_height(
        row, std::max(16.0, workbook::fitting_height(tables, kHeads[7].width, style::body())));
  }
  if (row > kHeaderRow) {
    sheet.autofilter(kHeaderRow, 0, row, 7);
    sheet.data_bar(kHeaderRow + 1, 4, row, 4, 1, palette::kBetter);
  }
  finish(sheet, context, place, "Муниципалитеты по качеству данных", row, 7, 2);
}

}  // namespace

void write_data_quality_workbook(const ReportContext& context, const Place& place,
                                 const std::filesystem::path& file) {
  workbook::Workbook book(file, context.properties(fmt::format("Качество данных: {}", place.name)));
  const SheetStyles styles(book);
  if (place.scope == Scope::kRegion) {
    Sheet ranking = book.add_sheet("Муниципалитеты");
    fill_ranking(ranking, styles, context, place);
  }
  Sheet findings =
      book.add_sheet(place.scope == Scope::kRegion ? "Замечания региона" : "Замечания");
  fill_findings(findings, styles, context, place);
  Sheet kinds = book.add_sheet("По видам");
  fill_kinds(kinds, styles, context, place);
  book.save();
}

}  // namespace metodaktiv::reports
