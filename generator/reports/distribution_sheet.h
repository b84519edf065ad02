#pragma once

#include "indicators/distribution.h"
#include "reports/context.h"
#include "reports/sheet_styles.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// A distribution as a table of places by answers: counts, the region's shares under the heads, and
/// a bar chart of the region.
void fill_distribution_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                             const ReportContext& context,
                             const indicators::Distribution& distribution);

}  // namespace metodaktiv::reports
