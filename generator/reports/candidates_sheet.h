#pragma once

#include "reports/context.h"
#include "reports/sheet_styles.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// The candidates for the methodical asset of the region or of one municipality by stage of its
/// forming: how many stand on each stage, then everybody with name, municipality, subject, who
/// nominated, since when. Names: restricted reports only.
void fill_candidates_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                           const ReportContext& context, const indicators::Place& place);

/// Whether the sheet would name anybody.
bool has_candidates(const ReportContext& context, const indicators::Place& place);

}  // namespace metodaktiv::reports
