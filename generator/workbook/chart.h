#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/style.h"

namespace metodaktiv::workbook {

/// Cells of one sheet, 0-based and inclusive.
struct Range {
  std::string sheet;
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

enum class ChartKind { kBar, kColumn, kLine };

struct ChartSeries {
  std::string name;
  Range categories;
  Range values;
  Rgb color = 0;
  bool dashed = false;  ///< for a target: a dashed line without markers, a bar that is an outline
  bool labels = false;  ///< the value beside each point
  bool thin = false;    ///< for comparison: a thin line with small markers
  /// Results of the values' cells where these are formulas: what a program shows that doesn't
  /// recalculate. Empty for cells with numbers.
  std::vector<double> results = {};
};

/// A native chart over cells of the workbook.
struct Chart {
  ChartKind kind = ChartKind::kColumn;
  std::string title;
  std::string alt_text;       ///< for a reader who doesn't see it
  std::string number_format;  ///< of the value axis and the labels
  std::optional<double> least, most, step;
  std::vector<ChartSeries> series;
  bool legend = true;
  int gap = 60;                   ///< between groups of bars, percent of a bar
  int width = 640, height = 320;  ///< pixels
};

}  // namespace metodaktiv::workbook
