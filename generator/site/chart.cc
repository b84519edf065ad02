#include "site/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/axis.h"

namespace metodaktiv::site {
namespace {

// The year chart, in units of its view box: the plot between the axis labels and the target's
// label.
constexpr double kLeft = 48, kTop = 26, kPlotHeight = 150, kStep = 84, kColumn = 46, kRight = 62;
constexpr double kHidden = 34;  // height of a hatched place

std::string place(double value) { return fmt::format("{:.1f}", value); }

bool suppressed(const Figure* figure) {
  return figure != nullptr && figure->status == Status::kSuppressed;
}

const Figure* last_known(const History& history) {
  for (auto it = history.rbegin(); it != history.rend(); ++it) {
    if (it->second != nullptr) return it->second;
  }
  return nullptr;
}

bool has_line(const Figure& figure) {
  return figure.target && figure.unit != config::Unit::kPresence;
}

std::string description(const History& history, const Figure& last) {
  auto words = history_words(history);
  if (const auto target = last.shown_target(); !target.empty()) words += ". Цель: " + target;
  return words + ".";
}

/// Where the label of a column stands that ends at `top`: above it, and above the target's line
/// too where that would strike it through.
double label_line(double top, std::optional<double> target_line) {
  constexpr double kGap = 7, kLetters = 12, kBelow = 3;
  const double line = top - kGap;
  const bool struck = target_line && *target_line > line - kLetters && *target_line < line + kBelow;
  return struck ? *target_line - kBelow - 1 : line;
}

void fill_column(Dict column, const Figure* figure, const Axis& axis, double left,
                 std::optional<double> target_line) {
  const double base = kTop + kPlotHeight;
  const auto value = figure == nullptr ? std::optional<double>() : figure->value();
  column.set("MIDDLE", place(left + kStep / 2));
  const double x = left + (kStep - kColumn) / 2;
  double top = base;
  if (value) {
    const double height = axis.at(*value) * kPlotHeight;
    top = base - height;
    Dict bar = column.add("BAR_OF_YEAR");
    bar.set("X", place(x));
    bar.set("Y", place(top));
    bar.set("WIDTH", place(kColumn));
    bar.set("HEIGHT", place(height));
  } else if (suppressed(figure)) {
    top = base - kHidden;
    Dict hidden = column.add("HIDDEN_OF_YEAR");
    hidden.set("X", place(x));
    hidden.set("Y", place(top));
    hidden.set("WIDTH", place(kColumn));
    hidden.set("HEIGHT", place(kHidden));
    hidden.set("HATCHING", hatching(x, top, kColumn, kHidden));
  }
  column.set("LABEL", figure == nullptr ? "нет данных" : figure->shown());
  column.set("LABEL_Y", place(label_line(top, target_line)));
}

}  // namespace

std::string short_year(std::string_view year) {
  return year.size() == 9 ? fmt::format("{}{}", year.substr(0, 5), year.substr(7))
                          : std::string(year);
}

std::string history_words(const History& history) {
  std::vector<std::string> parts;
  for (const auto& [year, figure] : history) {
    parts.push_back(fmt::format("{}\u00A0— {}", short_year(year),
                                figure == nullptr ? "нет данных" : figure->shown()));
  }
  return base::join(parts, ", ");
}

std::string hatching(double x, double y, double width, double height) {
  constexpr double kGap = 7;
  std::string path;
  for (double start = kGap; start < width + height; start += kGap) {
    // From the left or bottom side up to the right or top one.
    const double x1 = std::max(0.0, start - height);
    const double y1 = std::min(start, height);
    const double x2 = std::min(start, width);
    const double y2 = std::max(0.0, start - width);
    path += fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", x + x1, y + y1, x + x2, y + y2);
  }
  return path;
}

void fill_year_chart(Dict dict, const History& history, std::string_view id,
                     std::string_view title) {
  double largest = 0;
  bool any = false;
  for (const auto& [year, figure] : history) {
    if (figure == nullptr || !figure->value()) continue;
    any = true;
    largest = std::max({largest, *figure->value(), figure->target.value_or(0)});
  }
  const auto* last = last_known(history);
  if (!any || last == nullptr) return;
  const auto axis = axis_for(largest, last->unit, 4);
  const double plot_right = kLeft + kStep * static_cast<double>(history.size());

  Dict chart = dict.include("YEAR_CHART", "chart_years.html");
  chart.set("CHART_ID", id);
  chart.set("CHART_TITLE", title);
  chart.set("CHART_WORDS", description(history, *last));
  chart.set("CHART_WIDTH", place(plot_right + (has_line(*last) ? kRight : 8)));
  chart.set("PLOT_LEFT", place(kLeft));
  chart.set("PLOT_RIGHT", place(plot_right));
  for (const double value : axis.ticks) {
    const double y = kTop + kPlotHeight * (1 - axis.at(value));
    Dict tick = chart.add("TICK");
    tick.set("TICK_Y", place(y));
    tick.set("TICK_TEXT_Y", place(y + 4.5));
    tick.set("TICK_LABEL", shown_number(value, last->unit));
    tick.set("TICK_KIND", value == 0 ? "base" : "grid");
  }
  const auto target_line =
      has_line(*last) ? std::optional<double>(kTop + kPlotHeight * (1 - axis.at(*last->target)))
                      : std::nullopt;
  double left = kLeft;
  for (const auto& [year, figure] : history) {
    Dict column = chart.add("COLUMN");
    column.set("YEAR", short_year(year));
    column.set("TONE", &year == &history.back().first ? "now" : "before");
    fill_column(column, figure, axis, left, target_line);
    left += kStep;
  }
  if (target_line) {
    const double y = *target_line;
    Dict line = chart.add("TARGET_LINE");
    line.set("TARGET_Y", place(y));
    line.set("TARGET_WORD_Y", place(y - 3));
    line.set("TARGET_NUMBER_Y", place(y + 14));
    line.set("TARGET_TEXT_X", place(plot_right + 8));
    line.set("TARGET_LABEL", last->shown_target());
  }
}

void fill_spark(Dict dict, const History& history) {
  constexpr double kHeight = 28, kWidth = 13, kPace = 17, kPlaceholder = 9;
  double largest = 0;
  std::size_t seen = 0;
  for (const auto& [year, figure] : history) {
    if (figure == nullptr) continue;
    if (figure->value() || suppressed(figure)) ++seen;
    largest = std::max(largest, figure->value().value_or(0));
    if (has_line(*figure)) largest = std::max(largest, *figure->target);
    if (figure->unit == config::Unit::kPercent) largest = std::max(largest, 100.0);
  }
  if (seen < 2) return;
  Dict spark = dict.include("SPARK", "spark_columns.html");
  spark.set("SPARK_WORDS", history_words(history));
  spark.set("SPARK_WIDTH", place(kPace * static_cast<double>(history.size())));
  double x = 2;
  for (const auto& [year, figure] : history) {
    const auto value = figure == nullptr ? std::optional<double>() : figure->value();
    if (value || suppressed(figure)) {
      const double part = largest > 0 ? value.value_or(0) / largest : 0;
      const double height = value ? std::max(part * kHeight, 1.0) : kPlaceholder;
      Dict column = spark.add("SPARK_COLUMN");
      column.set("X", place(x));
      column.set("Y", place(kHeight - height + 1));
      column.set("WIDTH", place(kWidth));
      column.set("HEIGHT", place(height));
      column.set("TONE", !value ? "hidden" : &year == &history.back().first ? "now" : "before");
    }
    x += kPace;
  }
}

}  // namespace metodaktiv::site
