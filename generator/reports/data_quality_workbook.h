#pragma once

#include <filesystem>

#include "reports/context.h"

namespace metodaktiv::reports {

/// data-quality.xlsx of a municipality or of the region: every remark about its data with where it
/// stands and how to mend it, how many of each kind; for the region also the municipalities ranked
/// by the share of rows without a remark. Needs ReportInput::inspection.
void write_data_quality_workbook(const ReportContext& context, const indicators::Place& place,
                                 const std::filesystem::path& file);

}  // namespace metodaktiv::reports
