#pragma once

#include <filesystem>

#include "reports/context.h"
#include "reports/kpi_workbook.h"
#include "reports/sheet_styles.h"

namespace metodaktiv::reports {

/// monitoring.xlsx of one municipality: the functions of its service with what is done and overdue,
/// visited lessons against the norm, the checklist of the methodical audit, mentoring of young
/// teachers (1021-04, §3.3, §4.4 III, §4.5). The first sheet is a cover. Restricted: names
/// teachers.
void write_monitoring_workbook(const ReportContext& context, const indicators::Place& place,
                               const std::filesystem::path& file);

/// Sheets of monitoring.xlsx, each in its own source file. The sheet exists already and is empty.
void fill_tasks_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                      const ReportContext& context, const indicators::Place& place);
void fill_visits_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                       const ReportContext& context, const indicators::Place& place);
void fill_audit_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                      const ReportContext& context, const indicators::Place& place);
void fill_mentoring_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                          const ReportContext& context, const indicators::Place& place);

/// What stands behind the sheets; an empty record for a place without data.
const Monitoring& monitoring_of(const ReportContext& context, const indicators::Place& place);

/// One sentence per sheet about how things stand, for the first sheet and for texts.
std::string tasks_sentence(const Monitoring& monitoring);
std::string visits_sentence(const Monitoring& monitoring, const config::Norms& norms);
std::string audit_sentence(const Monitoring& monitoring);
std::string mentoring_sentence(const Monitoring& monitoring);
/// «сентябрь 2026»: months that are over and have fewer visits than the norm.
std::vector<std::string> months_below_norm(const Monitoring& monitoring,
                                           const config::Norms& norms);

}  // namespace metodaktiv::reports
