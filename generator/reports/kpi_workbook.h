#pragma once

#include <filesystem>
#include <map>

#include "reports/context.h"
#include "reports/cover_sheet.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// kpi.xlsx of one municipality: cover with contents, summary, a sheet per indicator group with
/// history and charts, the methodists against the criteria, candidates and deferred results of
/// courses where there are any, explanations.
void write_kpi_workbook(const ReportContext& context, const indicators::Place& place,
                        const std::filesystem::path& file);

using GroupSheets = std::map<std::string, workbook::Sheet>;  ///< by key of the group

/// Sheets of kpi.xlsx, each in its own source file. The sheet exists already and is empty; the
/// first cell of its third row is left free for the way back to the contents.
void fill_kpi_cover(CoverSheet& cover, const ReportContext& context, const indicators::Place& place,
                    const workbook::Range& statuses, const GroupSheets& group_sheets,
                    const std::vector<CoverEntry>& contents);
/// Returns the cells with the statuses; last_row < first_row when there are none.
workbook::Range fill_summary_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context, const indicators::Place& place,
                                   const GroupSheets& group_sheets);
void fill_group_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                      const ReportContext& context, const indicators::Place& place,
                      const config::KeyTitle& group);
void fill_methodists_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                           const ReportContext& context, const indicators::Place& place);
void fill_notes_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                      const ReportContext& context, const indicators::Place& place);

/// Title and place in the first two rows; the same on every sheet.
void write_heading(workbook::Sheet& sheet, const SheetStyles& styles, const ReportContext& context,
                   const std::string& title, const std::string& place);
/// Page setup of an analytical sheet: A4 landscape, one page wide, header row repeated.
workbook::PageSetup analytical_page(const ReportContext& context, const std::string& place,
                                    const std::string& title);

}  // namespace metodaktiv::reports
