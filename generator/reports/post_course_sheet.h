#pragma once

#include "reports/context.h"
#include "reports/sheet_styles.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// The rows of a municipality; nullptr when it has none.
const std::vector<PostCourse>* post_courses_of(const ReportContext& context,
                                               const indicators::Place& place);

/// «Реестр МОТОР»: by the title of the table.
std::string post_course_title(const ReportContext& context);

/// The consolidated register: who, which course, what was valued, whether it shows in practice, the
/// deferred result and, where the profile's [motor] says so, the work recommended after it.
void fill_post_course_sheet(workbook::Sheet& sheet, const SheetStyles& styles,
                            const ReportContext& context, const indicators::Place& place,
                            const std::vector<PostCourse>& rows);

}  // namespace metodaktiv::reports
