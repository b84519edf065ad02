#pragma once

#include <filesystem>

#include "reports/context.h"

namespace metodaktiv::reports {

/// form-1.xlsx: form 1 of the order's annex for one place, ready to sign, and a second sheet that
/// compares the recommended number of methodists with the actual one.
void write_form1_workbook(const ReportContext& context, const indicators::Place& place,
                          const indicators::Form1& form, const std::filesystem::path& file);

}  // namespace metodaktiv::reports
