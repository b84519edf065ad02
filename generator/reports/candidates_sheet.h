#pragma once

#include "reports/context.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

bool has_candidates(const ReportContext& context, const indicators::Place& place);

/// Cells of the register that its totals count; last_row < first_row without candidates.
struct CandidateCells {
  workbook::Range stages;
  workbook::Range municipalities;  ///< of the region's register
};

/// The candidates by stage and name. A municipality's sheet begins with how many stand at each
/// stage; the region's (which names the municipality of each) leaves that to
/// fill_candidate_totals_sheet. Personal: restricted reports only.
CandidateCells fill_candidates_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                     const ReportContext& context, const indicators::Place& place);

/// Municipalities by stages, counted over the region's register.
void fill_candidate_totals_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                 const ReportContext& context, const CandidateCells& cells);

}  // namespace metodaktiv::reports
