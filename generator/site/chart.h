#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/dict.h"
#include "site/figure.h"

namespace metodaktiv::site {

/// One indicator of one place by school year, oldest first; nullptr: the publication has no figure.
using History = std::vector<std::pair<std::string, const Figure*>>;

/// «2026/27»: short enough for a column's head.
std::string short_year(std::string_view year);

/// «2024/25 — 70 %, 2025/26 — скрыто, 2026/27 — 75,1 %».
std::string history_words(const History& history);

/// Columns from zero with an axis, the target as a labelled line, a hatched place for a suppressed
/// year: chart_years.html, included at YEAR_CHART. `id` makes the names of title and description
/// unique on the page; nothing when no year has a number.
void fill_year_chart(Dict dict, const History& history, std::string_view id,
                     std::string_view title);

/// The same in the size of a word: spark_columns.html, included at SPARK; nothing when there is no
/// more to see than a single year.
void fill_spark(Dict dict, const History& history);

/// Diagonal lines that fill a rectangle, as a path.
std::string hatching(double x, double y, double width, double height);

}  // namespace metodaktiv::site
