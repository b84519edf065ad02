#pragma once

#include <vector>

#include "config/route_form.h"
#include "reports/form_styles.h"
#include "reports/routes.h"

namespace metodaktiv::reports {

/// One route as the region's form has it, on A4: approval, general data, aim, plan with the
/// activities of every section and an empty row where it has none, signatures. A page never ends
/// behind a heading. `municipality` as the form names it; beside the form a link leads back to
/// `list`.
void fill_route_sheet(workbook::Sheet& sheet, const FormStyles& styles,
                      const ReportContext& context, const workbook::Sheet& list,
                      const std::string& municipality, const Route& route,
                      const RouteAssessment& assessment,
                      const std::vector<RouteActivity>& activities);

}  // namespace metodaktiv::reports
