#pragma once

#include <string>
#include <vector>

#include "reports/cover_sheet.h"

namespace metodaktiv::reports {

/// The remarks of a place; an empty record for a place without data.
const PlaceQuality& quality_of(const ReportContext& context, const indicators::Place& place);

/// «12 замечаний».
std::string remarks(long long count);

/// The first sheet of data-quality.xlsx: how many rows and remarks there are, the most frequent
/// kinds, contents.
void fill_quality_cover(CoverSheet& cover, const ReportContext& context,
                        const indicators::Place& place, const std::vector<CoverEntry>& entries);

}  // namespace metodaktiv::reports
