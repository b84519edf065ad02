#pragma once

#include <filesystem>

#include "reports/context.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// _region/summary.xlsx: municipalities by indicators, territories (where there are any), the
/// region over the years, the ranking by targets met, what has no data, who has returned the
/// collection form (once any has been given out), explanations.
void write_summary_workbook(const ReportContext& context, const std::filesystem::path& file);

/// The matrix places × indicators of the current year with a colour scale per column, by name; the
/// region's own figures and the targets below it.
void fill_matrix_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                       const ReportContext& context, const std::string& title,
                       const std::string& place_title, std::vector<indicators::Place> places);

/// Who has returned the collection form, the most urgent first, with the sums above.
void fill_submissions_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                            const ReportContext& context);

}  // namespace metodaktiv::reports
