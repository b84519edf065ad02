#include "reports/figure_cells.h"

#include <fmt/format.h>

#include <cmath>

namespace metodaktiv::reports {
namespace {

using config::Unit;
using indicators::Figure;
using workbook::Sheet;

/// Rounding 48.148 to 48.15 and that to 48.2 would differ from 48.1, which the pages show. A value
/// that is this much nearer to the exact one rounds to the same tenth and is the same number in
/// every other respect.
constexpr double kHair = 2e-10;

}  // namespace

std::optional<double> cell_value(const Figure& figure) {
  const auto hundredths = figure.scaled(2);
  if (!hundredths) return std::nullopt;
  const double scale = figure.unit == Unit::kPercent ? 10000.0 : 100.0;
  const double value = static_cast<double>(*hundredths) / scale;
  const long long sign = *hundredths < 0 ? -1 : 1;
  const long long tenths_shown = sign * ((sign * *hundredths + 5) / 10);
  const long long tenths_exact = figure.scaled(1).value_or(tenths_shown);
  if (tenths_exact == tenths_shown) return value;
  return value + (tenths_exact < tenths_shown ? -kHair : kHair);
}

void write_value(Sheet& sheet, int row, int column, const SheetStyles& styles, const Figure* figure,
                 workbook::Format format) {
  const auto value = figure ? cell_value(*figure) : std::nullopt;
  if (value) {
    sheet.number(row, column, *value, format);
  } else {
    sheet.text(row, column, "нет данных", styles.no_data);
  }
}

void write_count(Sheet& sheet, int row, int column, const SheetStyles& styles,
                 const std::optional<double>& count) {
  if (count) {
    const bool whole = *count == std::nearbyint(*count);
    sheet.number(row, column, *count, whole ? styles.integer : styles.fraction);
  } else {
    sheet.blank(row, column, styles.text);
  }
}

void write_target(Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const Figure& figure) {
  if (!figure.target) {
    sheet.blank(row, column, styles.text);
    return;
  }
  const double target = figure.unit == Unit::kPercent ? *figure.target / 100 : *figure.target;
  sheet.number(row, column, target, styles.target(figure));
}

void write_status(Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const Figure* figure) {
  if (!figure) {
    sheet.text(row, column, "нет данных", styles.no_data);
    return;
  }
  sheet.text(row, column, shown_status(*figure), styles.status(figure->status));
}

void write_change(Sheet& sheet, int row, int column, const SheetStyles& styles,
                  const ReportContext& context, const config::IndicatorDefinition& indicator,
                  const indicators::Place& place) {
  const auto* now = context.now(indicator, place);
  const Change moved = change(now, context.before(indicator, place));
  if (!moved.delta) {
    sheet.text(row, column, "—", styles.text_center);
  } else if (context.still_accumulates(indicator)) {
    sheet.text(row, column, "год идёт", styles.text_center);
  } else if (now->unit == Unit::kPresence) {
    sheet.text(row, column, shown(moved, now->unit), styles.change(now->unit, moved));
  } else {
    sheet.number(row, column, static_cast<double>(*moved.delta) / 100.0,
                 styles.change(now->unit, moved));
  }
}

void write_median(Sheet& sheet, int row, int column, const SheetStyles& styles, Unit unit,
                  const Spread& spread) {
  if (unit == Unit::kPresence) {
    sheet.text(row, column, fmt::format("есть у {} из {}", spread.present, spread.with_data),
               styles.text_center);
  } else if (spread.median) {
    const double scale = unit == Unit::kPercent ? 10000.0 : 100.0;
    const bool halves = unit == Unit::kCount && *spread.median % 100 != 0;
    sheet.number(row, column, static_cast<double>(*spread.median) / scale,
                 styles.value(halves ? Unit::kRatio : unit));
  } else {
    sheet.text(row, column, "—", styles.text_center);
  }
}

std::string count_of(const workbook::Range& statuses, indicators::Status status) {
  Figure sample;
  sample.status = status;
  return fmt::format("COUNTIF({},\"{}\")", workbook::reference(statuses), shown_status(sample));
}

}  // namespace metodaktiv::reports
