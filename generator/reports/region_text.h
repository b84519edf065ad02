#pragma once

#include <string>

#include "reports/context.h"

namespace metodaktiv::reports {

/// _region/report.md: the analytical text about the region, with the municipalities that need
/// attention.
std::string region_text(const ReportContext& context);

}  // namespace metodaktiv::reports
