#pragma once

#include <string>

#include "reports/context.h"

namespace metodaktiv::reports {

/// report.md of one municipality: an analytical text made from the data by rules, ending with the
/// next steps and the paragraph each follows from.
std::string municipality_text(const ReportContext& context, const indicators::Place& place);

}  // namespace metodaktiv::reports
