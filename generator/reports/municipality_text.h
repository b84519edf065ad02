#pragma once

#include <string>

#include "reports/context.h"

namespace metodaktiv::reports {

/// report.md of one municipality: an analytical text made from the data by rules, with the
/// next steps and the paragraph each follows from, and how to read it all.
std::string municipality_text(const ReportContext& context, const indicators::Place& place);

}  // namespace metodaktiv::reports
