#pragma once

#include "indicators/figure.h"
#include "reports/context.h"
#include "reports/sheet_styles.h"
#include "reports/standings.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// The number that stands in a cell for a figure: the machine value of docs/indicators.md (two
/// decimals), percents as their hundredth part; shown with one decimal it reads like Figure::shown.
/// Empty without data.
std::optional<double> cell_value(const indicators::Figure& figure);

/// The figure as a number, or «нет данных» as text. A nullptr counts as no data.
void write_value(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                 const indicators::Figure* figure, workbook::Format format);
/// Numerator or denominator; an empty cell where there is none.
void write_count(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                 const std::optional<double>& count);
/// The target as a number that reads «≥ 80 %»; an empty cell without a target.
void write_target(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const indicators::Figure& figure);
void write_status(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const indicators::Figure* figure);
/// The change on the year before as a number with an arrow; words for presence and «год идёт» for
/// what still accumulates.
void write_change(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const ReportContext& context, const config::IndicatorDefinition& indicator,
                  const indicators::Place& place);

/// The median of the municipalities as a number; «есть у 55 из 58» for presence, «—» without data.
void write_median(workbook::Sheet& sheet, int row, int column, const SheetStyles& styles,
                  config::Unit unit, const Spread& spread);

/// How many of the cells that write_status wrote say this, as part of a formula.
std::string count_of(const workbook::Range& statuses, indicators::Status status);

}  // namespace metodaktiv::reports
