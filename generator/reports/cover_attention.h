#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/cover_sheet.h"
#include "reports/findings_of_place.h"

namespace metodaktiv::reports {

/// The last column of the table of missed targets, which depends on whose cover it is.
struct AttentionColumn {
  std::string title;
  std::function<std::optional<double>(const Reading&)> number;  ///< «—» without
};

/// «Что требует внимания прежде всего»: the missed targets, the farthest first; what builds up over
/// a school year that still runs comes last. `sheet_of` says where an indicator is told more of,
/// `rest` where those are that have no room here.
void write_missed_targets(
    CoverSheet& cover, const ReportContext& context, const indicators::Place& place,
    const PlaceFindings& findings, const AttentionColumn& last,
    const std::function<const workbook::Sheet&(const config::IndicatorDefinition&)>& sheet_of,
    const std::string& rest);

/// A line with a number and what is behind it; nothing for 0.
void write_attention_line(CoverSheet& cover, const std::string& title, long long count,
                          const std::string& words);

/// How many indicators moved towards their target in a year; without targets, how many shares grew.
CoverTile moves_tile(const PlaceFindings& findings);
/// How many indicators have a value.
CoverTile computed_tile(const PlaceFindings& findings);

}  // namespace metodaktiv::reports
