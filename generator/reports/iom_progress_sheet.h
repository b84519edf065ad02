#pragma once

#include "reports/iom_register.h"

namespace metodaktiv::reports {

/// Routes developed and completed by month since the last school year began, with a chart; by state
/// and school year; by stage. All numbers are formulas over the register. The sheet exists already
/// and is empty; the register has at least one route.
void fill_progress_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                         const ReportContext& context, const indicators::Place& place,
                         const RouteRegister& list, const workbook::Sheet& cover);

}  // namespace metodaktiv::reports
