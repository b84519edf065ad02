#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/kpi_workbook.h"
#include "reports/summary_workbook.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

using workbook::cell_name;
using workbook::Sheet;

enum Column { kName, kPlace, kMet, kNotMet, kNoData, kShare, kBefore, kMoved };
constexpr int kHeaderRow = 4;
constexpr std::array<const char*, 8> kHeaders = {
    "Муниципалитет",    "Место",           "Достигнуто целей", "Не достигнуто", "Нет данных",
    "Доля достигнутых", "Место год назад", "Сдвиг места"};
constexpr std::array<double, 8> kWidths = {34, 10, 14, 15, 12, 24, 12, 12};

void write_row(Sheet& sheet, int row, const SheetStyles& styles, const Score& score,
               const Score* before) {
  sheet.text(row, kName, score.name, styles.text);
  sheet.number(row, kPlace, score.place, styles.ordinal);
  sheet.number(row, kMet, score.met, styles.integer);
  sheet.number(row, kNotMet, score.not_met, styles.integer);
  sheet.number(row, kNoData, score.no_data, styles.integer);
  if (score.with_target() > 0) {
    sheet.formula(
        row, kShare, fmt::format("={0}/({0}+{1})", cell_name(row, kMet), cell_name(row, kNotMet)),
        static_cast<double>(score.met) / score.with_target(), styles.value(config::Unit::kPercent));
  } else {
    sheet.text(row, kShare, "нет данных", styles.no_data);
  }
  if (before && before->with_target() > 0 && score.with_target() > 0) {
    sheet.number(row, kBefore, before->place, styles.ordinal);
    sheet.formula(row, kMoved,
                  fmt::format("={}-{}", cell_name(row, kBefore), cell_name(row, kPlace)),
                  before->place - score.place, styles.places_moved);
  } else {
    sheet.text(row, kBefore, "—", styles.text_center);
    sheet.text(row, kMoved, "—", styles.text_center);
  }
  sheet.row_height(
      row, std::max(15.0, workbook::fitting_height(score.name, kWidths[kName], style::body())));
}

}  // namespace

workbook::Range fill_ranking_sheet(Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context) {
  constexpr const char* kTitle = "Рейтинг муниципалитетов";
  write_heading(sheet, styles, context, kTitle, context.input.profile.name);
  for (std::size_t i = 0; i < kWidths.size(); ++i) {
    sheet.column(static_cast<int>(i), static_cast<int>(i), kWidths[i]);
  }
  sheet.row_height(kHeaderRow, 36);
  const auto* past = context.standings_before();
  int row = kHeaderRow;
  for (const auto& score : context.standings.scores()) {
    write_row(sheet, ++row, styles, score, past ? past->score(score.code) : nullptr);
  }
  sheet.table({"ranking", kHeaderRow, 0, row,
               std::vector<std::string>(kHeaders.begin(), kHeaders.end()), styles.header});
  if (row > kHeaderRow) {
    sheet.data_bar(kHeaderRow + 1, kShare, row, kShare, 1, palette::kBetter);
  }
  sheet.merge(
      row + 1, 0, row + 1, kMoved,
      "Доля достигнутых — число показателей, значение которых отвечает цели, к числу показателей с "
      "целью, по которым есть данные. При равной доле место общее. Место год назад — по итогам "
      "прошлого учебного года и нынешним целям; ▲ — муниципалитет поднялся, ▼ — опустился.",
      styles.note);
  sheet.row_height(row + 1, 42);
  finish_summary_sheet(sheet, context, kTitle, kHeaderRow, row + 1, kMoved, false);
  return sheet.range(kHeaderRow + 1, kShare, row, kShare);
}

}  // namespace metodaktiv::reports
