#include "reports/chart_area.h"

#include <cmath>
#include <cstdlib>

namespace metodaktiv::reports {
namespace {

constexpr double kRowPoints = 15;
constexpr int kGap = 10;  // pixels between charts
// A4 across without the margins of analytical_page, height by width; some room is left for
// programs that print rows a little higher.
constexpr double kPageShape = 17.6 / 27.3 * 0.97;

}  // namespace

ChartArea::ChartArea(workbook::Sheet& sheet, std::vector<double> widths) : sheet_(sheet) {
  for (const double width : widths) {
    pixels_.push_back(static_cast<int>(width * 7 + 0.5) + 5);
    total_ += pixels_.back();
  }
}

int ChartArea::rows_below(double points) const {
  const double table = points * 96 / 72;
  return static_cast<int>((total_ * kPageShape - table) / kRowPixels);
}

void ChartArea::prepare(int row, int count) {
  for (int i = 0; i < count; ++i) sheet_.row_height(row + i, kRowPoints);
}

int ChartArea::pixels_before(int column) const {
  int sum = 0;
  for (int i = 0; i < column; ++i) sum += pixels_[static_cast<std::size_t>(i)];
  return sum;
}

int ChartArea::column_at(double part) const {
  const int wanted = static_cast<int>(std::lround(part * total_));
  int best = 0;
  for (int i = 1; i <= static_cast<int>(pixels_.size()); ++i) {
    if (std::abs(pixels_before(i) - wanted) < std::abs(pixels_before(best) - wanted)) best = i;
  }
  return best;
}

void ChartArea::put(workbook::Chart chart, int row, int rows, double left, double right) {
  const int first = column_at(left), last = column_at(right);
  const bool at_edge = right >= 1;
  chart.width = pixels_before(last) - pixels_before(first) - (at_edge ? 0 : kGap);
  chart.height = rows * kRowPixels - kGap;
  sheet_.chart(row, first, chart);
}

}  // namespace metodaktiv::reports
