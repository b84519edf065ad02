#include "workbook/chart.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <new>

#include "base/error.h"
#include "workbook/cell_text.h"
#include "workbook/sheet.h"
#include "workbook/workbook.h"

namespace metodaktiv::workbook {
namespace {

constexpr Rgb kTextColor = 0x404040;
constexpr Rgb kGridColor = 0xE0E0E0;
constexpr std::size_t kAltTextLimit = 1000;
constexpr std::size_t kCaptionLimit = 255;
constexpr std::size_t kAttributeBytes = 2079;  // that libxlsxwriter keeps of an attribute

lxw_chart_font font(double size, bool bold) {
  static char name[] = "Arial";
  lxw_chart_font result{};
  result.name = name;
  result.size = size;
  result.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  result.color = kTextColor;
  return result;
}

std::uint8_t type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::kBar:
      return LXW_CHART_BAR;
    case ChartKind::kColumn:
      return LXW_CHART_COLUMN;
    case ChartKind::kLine:
      return LXW_CHART_LINE;
  }
  return LXW_CHART_COLUMN;
}

/// The library takes the points from cells with numbers and has 0 for a formula.
void keep_results(lxw_series_range& range, const std::vector<double>& results) {
  range.ignore_cache = LXW_TRUE;
  for (const double result : results) {
    // Freed by the library with the chart.
    auto* point =
        static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    if (point == nullptr) throw std::bad_alloc();
    point->number = result;
    STAILQ_INSERT_TAIL(range.data_cache, point, list_pointers);
    ++range.num_data_points;
  }
}

/// The library takes a caption that begins with '=' for a formula.
std::string caption(const std::string& text) {
  auto words = cell_text(text, kCaptionLimit);
  return words.starts_with('=') ? ' ' + words : words;
}

void add_series(lxw_chart* chart, const Chart& spec, const ChartSeries& from) {
  lxw_chart_series* series = chart_add_series(chart, ("=" + reference(from.categories)).c_str(),
                                              ("=" + reference(from.values)).c_str());
  chart_series_set_name(series, caption(from.name).c_str());
  if (!from.results.empty()) keep_results(*series->values, from.results);
  if (spec.kind == ChartKind::kLine) {
    lxw_chart_line line{};
    line.color = from.color;
    line.width = from.dashed || from.thin ? 1.5F : 2.25F;
    if (from.dashed) line.dash_type = LXW_CHART_LINE_DASH_DASH;
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, from.dashed ? LXW_CHART_MARKER_NONE
                                         : from.thin ? LXW_CHART_MARKER_DIAMOND
                                                     : LXW_CHART_MARKER_CIRCLE);
    if (!from.dashed) {
      lxw_chart_fill fill{};
      fill.color = from.color;
      chart_series_set_marker_size(series, from.thin ? 5 : 6);
      chart_series_set_marker_fill(series, &fill);
      lxw_chart_line edge{};
      edge.color = from.color;
      chart_series_set_marker_line(series, &edge);
    }
  } else {
    lxw_chart_fill fill{};
    fill.color = from.color;
    if (from.dashed) {
      fill.none = LXW_TRUE;
      lxw_chart_line outline{};
      outline.color = from.color;
      outline.width = 1.25F;
      outline.dash_type = LXW_CHART_LINE_DASH_DASH;
      chart_series_set_line(series, &outline);
    }
    chart_series_set_fill(series, &fill);
  }
  if (from.labels) {
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, spec.number_format.c_str());
    lxw_chart_font label = font(8, false);
    chart_series_set_labels_font(series, &label);
    if (spec.kind == ChartKind::kLine) {
      chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
    } else {
      chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    }
  }
}

void set_axes(lxw_chart* chart, const Chart& spec) {
  // Bars lie: their categories stand on the upright axis.
  const bool bars = spec.kind == ChartKind::kBar;
  lxw_chart_axis* categories = bars ? chart->y_axis : chart->x_axis;
  lxw_chart_axis* values = bars ? chart->x_axis : chart->y_axis;
  lxw_chart_font small = font(8, false);
  chart_axis_set_num_font(categories, &small);
  chart_axis_set_num_font(values, &small);
  chart_axis_set_num_format(values, spec.number_format.c_str());
  if (spec.least) chart_axis_set_min(values, *spec.least);
  if (spec.most) chart_axis_set_max(values, *spec.most);
  if (spec.step) chart_axis_set_major_unit(values, *spec.step);
  lxw_chart_line grid{};
  grid.color = kGridColor;
  grid.width = 0.75F;
  chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
  chart_axis_major_gridlines_set_line(values, &grid);
  chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
  lxw_chart_line none{};
  none.none = LXW_TRUE;
  chart_axis_set_line(values, &none);
  if (bars) {
    chart_axis_set_reverse(categories);  // the first category on top, as in the table
    chart_axis_set_crossing_max(categories);
  }
}

}  // namespace

void Sheet::chart(int row, int column, const Chart& spec) {
  lxw_chart* chart = workbook_add_chart(book_->handle_, type_of(spec.kind));
  if (chart == nullptr) {
    throw base::Failure(fmt::format("Не хватило памяти на диаграмму листа «{}».", name_));
  }
  for (const auto& series : spec.series) add_series(chart, spec, series);
  lxw_chart_font title = font(10, true);
  if (spec.title.empty()) {
    chart_title_off(chart);
  } else {
    chart_title_set_name(chart, caption(spec.title).c_str());
    chart_title_set_name_font(chart, &title);
  }
  set_axes(chart, spec);
  lxw_chart_font legend = font(8, false);
  chart_legend_set_position(chart, spec.legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  if (spec.legend) chart_legend_set_font(chart, &legend);
  lxw_chart_line frame{};
  frame.color = kGridColor;
  chart_chartarea_set_line(chart, &frame);
  if (spec.kind != ChartKind::kLine)
    chart_set_series_gap(chart, static_cast<std::uint16_t>(spec.gap));
  chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);

  std::string alt_text = cell_text(spec.alt_text, kAltTextLimit);
  for (std::size_t limit = kAltTextLimit; alt_text.size() > kAttributeBytes; limit -= 20) {
    alt_text = cell_text(spec.alt_text, limit);
  }
  lxw_chart_options options{};
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = alt_text.data();
  // The library draws charts at 480 × 288 pixels and takes a factor.
  options.x_scale = spec.width / 480.0;
  options.y_scale = spec.height / 288.0;
  check(worksheet_insert_chart_opt(handle_, static_cast<lxw_row_t>(row),
                                   static_cast<lxw_col_t>(column), chart, &options));
}

}  // namespace metodaktiv::workbook
