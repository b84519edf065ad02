#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reports/context.h"
#include "reports/cover_sheet.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// _region/summary.xlsx: cover with contents, municipalities by indicators, territories (where
/// there are any), the ranking by targets met (where municipalities have targets), the region over
/// the years as table and charts, who is late with the tasks of the standard and with the
/// collection form (once any has been given out), what has no data, distributions, candidates,
/// explanations.
void write_summary_workbook(const ReportContext& context, const std::filesystem::path& file);

/// Where the cover finds what its headline figures count; last_row < first_row when there is
/// nothing.
struct SummaryCells {
  workbook::Range statuses;  ///< of the region's indicators
  workbook::Range shares;    ///< of targets met, a municipality each
};

/// Sheets of summary.xlsx, each in its own source file. The sheet exists already and is empty; the
/// first cell of its third row is left free for the way back to the contents.
struct SummarySheets {
  workbook::Sheet history;
  std::optional<workbook::Sheet> deadlines, submissions, missing;
};
void fill_summary_cover(CoverSheet& cover, const ReportContext& context, const SummaryCells& cells,
                        const SummarySheets& sheets, const std::vector<CoverEntry>& contents);

/// The matrix places × indicators of the current year with a colour scale per column, by name; the
/// region's own figures and the targets below it.
void fill_matrix_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                       const ReportContext& context, const std::string& title,
                       const std::string& place_title, indicators::Scope scope);

/// The region over the years, against its targets; within a group percents stand together. Returns
/// the cells with the statuses.
workbook::Range fill_history_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context);
/// The same as charts over the cells of the history sheet.
void fill_history_charts_sheet(workbook::Sheet& sheet, workbook::Sheet& history,
                               const SheetStyles& styles, const ReportContext& context);

/// Municipalities by the share of targets met, with their place a year ago. Returns the cells with
/// the shares.
workbook::Range fill_ranking_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                   const ReportContext& context);

/// Whether any task of the standard had its date, so that the two sheets below have something to
/// show.
bool has_deadlines(const ReportContext& context);
/// Tasks of the standard by municipality: in time, late, overdue; the most overdue first.
void fill_deadlines_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                          const ReportContext& context);
/// Functions of the standard with overdue tasks, and in how many municipalities.
void fill_overdue_functions_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                                  const ReportContext& context);

/// Indicators of municipalities that nothing in the registry belongs to. Returns how many.
int fill_missing_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                       const ReportContext& context);

/// Who has returned the collection form, the most urgent first, with the sums above.
void fill_submissions_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                            const ReportContext& context);

/// Frozen panes below the header row, page setup and print area of a sheet with one table.
void finish_summary_sheet(workbook::Sheet& sheet, const ReportContext& context,
                          const std::string& title, int header_row, int last_row, int last_column,
                          bool landscape = true);

}  // namespace metodaktiv::reports
