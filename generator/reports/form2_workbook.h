#pragma once

#include <filesystem>
#include <vector>

#include "reports/context.h"

namespace metodaktiv::reports {

/// form-2.xlsx: form 2 of the order's annex with its approval block, and a second sheet with the
/// load of each methodist against the norm. Rows of one methodist stand together.
void write_form2_workbook(const ReportContext& context, const indicators::Place& place,
                          const std::vector<const indicators::Form2Row*>& rows,
                          const std::filesystem::path& file);

}  // namespace metodaktiv::reports
