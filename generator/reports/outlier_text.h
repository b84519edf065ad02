#pragma once

#include <string>
#include <vector>

#include "reports/context.h"
#include "reports/markdown.h"

namespace metodaktiv::reports {

/// What sets a municipality apart from the others on the same date, and what changed in it unlike
/// in the others. A sentence when there is nothing to tell or nobody to compare with.
void write_municipality_outliers(Markdown& text, const ReportContext& context,
                                 const indicators::Place& place);
/// The municipalities whose values or changes lie far from the others', by indicator.
void write_region_outliers(Markdown& text, const ReportContext& context);

/// How the text compares: the rule of outliers, the running year, the order of steps.
void write_reading_notes(Markdown& text, const ReportContext& context, bool region);

/// «„Показатель“ (93 %, 1-е место)» of a municipality's strengths or of what it lags behind in, the
/// farthest first; empty when nothing stands out.
std::vector<std::string> standing_out(const ReportContext& context, const indicators::Place& place,
                                      bool good, std::size_t most);

}  // namespace metodaktiv::reports
