#include "reports/printed_rows.h"

#include <algorithm>
#include <cmath>

namespace metodaktiv::reports {
namespace {

constexpr double kDefaultHeight = 15;  // points
constexpr double kPointsPerCentimetre = 72 / 2.54;
constexpr double kPaperLong = 29.7, kPaperShort = 21.0;  // A4, centimetres
// Of column width: 7 pixels in Excel, a little more in LibreOffice, which does not round.
constexpr double kPointsPerUnit = 5.56;
constexpr double kColumnPadding = 3.75;  // points beside the digits: 5 pixels
constexpr double kSafety = 0.98;         // programs round heights and widths in their own ways
constexpr double kSmallestStep =
    0.9;  // how much smaller a print may get to save a nearly empty page
constexpr double kLeastLastPage = 0.2;  // share of a page that is worth its paper

}  // namespace

void PrintedRows::height(int row, double points) {
  heights_[row] = points;
  sheet_.row_height(row, points);
}

double PrintedRows::height_of(int row) const {
  const auto found = heights_.find(row);
  return found == heights_.end() ? kDefaultHeight : found->second;
}

PrintedRows::Pages PrintedRows::pages(double room, double repeated, int last_row) const {
  Pages result;
  int first = 0;  // of the page
  double used = 0;
  for (int row = 0; row <= last_row; ++row) {
    const double height = height_of(row);
    const bool forced = starts_.contains(row) && row > first;
    if (forced || (used + height > room && row > first)) {
      int start = row;
      while (!forced && start - 1 > first && kept_.contains(start - 1)) --start;
      if (start - 1 <= first && !forced) start = row;  // a page full of rows kept together
      result.breaks.push_back(start);
      first = start;
      used = repeated;
      for (int i = start; i < row; ++i) used += height_of(i);
    }
    used += height;
  }
  result.last_height = used;
  return result;
}

void PrintedRows::lay_out(workbook::PageSetup& page, std::span<const double> widths,
                          int last_row) const {
  const double paper_width = page.landscape ? kPaperLong : kPaperShort;
  const double paper_height = page.landscape ? kPaperShort : kPaperLong;
  double width = 0;
  for (const double units : widths) width += units * kPointsPerUnit + kColumnPadding;
  const double wide = (paper_width - page.left - page.right) * kPointsPerCentimetre * kSafety;
  const double tall = (paper_height - page.top - page.bottom) * kPointsPerCentimetre * kSafety;
  double repeated = 0;
  if (page.repeat_rows) {
    for (int row = page.repeat_rows->first; row <= page.repeat_rows->second; ++row)
      repeated += height_of(row);
  }
  const int fitting = static_cast<int>(std::clamp(std::floor(100 * wide / width), 10.0, 100.0));
  const auto at = [&](int scale, double share = 1) {
    return pages(tall * 100 / scale * share, repeated, last_row);
  };
  int scale = fitting;
  Pages best = at(fitting);
  const auto poor = [&](const Pages& p, int used) {
    return !p.breaks.empty() && p.last_height - repeated < kLeastLastPage * tall * 100 / used;
  };
  if (poor(best, fitting)) {
    // A little smaller saves the page; else the pages share the rows more evenly.
    bool saved = false;
    for (int s = fitting - 1; s >= fitting * kSmallestStep && !saved; --s) {
      if (auto tried = at(s); tried.breaks.size() < best.breaks.size()) {
        best = std::move(tried);
        scale = s;
        saved = true;
      }
    }
    for (double share = 0.97; !saved && share > 0.5 && poor(best, fitting); share -= 0.03) {
      if (auto tried = at(fitting, share); tried.breaks.size() == best.breaks.size())
        best = std::move(tried);
      else
        break;
    }
  }
  if (best.breaks.size() > workbook::kMostBreaks) return;
  page.scale = scale;
  page.breaks_before_rows = std::move(best.breaks);
}

}  // namespace metodaktiv::reports
