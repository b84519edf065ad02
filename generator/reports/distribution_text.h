#pragma once

#include "reports/context.h"
#include "reports/markdown.h"

namespace metodaktiv::reports {

/// What the profile's distributions tell about a place, exact. The region: a part per distribution
/// with the most frequent answers in words, counts with shares, territories. A municipality or
/// territory: a line per distribution that counts anything there. Nothing without distributions.
void write_distributions(Markdown& text, const ReportContext& context,
                         const indicators::Place& place);

/// How many candidates stand on each stage; no names. Nothing without candidates.
void write_candidates(Markdown& text, const ReportContext& context);

}  // namespace metodaktiv::reports
