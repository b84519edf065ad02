#pragma once

#include <string>
#include <vector>

#include "reports/cover_sheet.h"

namespace metodaktiv::reports {

/// A line of «Требует внимания» on a cover.
struct AttentionLine {
  bool broken = false;  ///< ✘: a duty is not done; else !: worth a look
  std::string text;
};

/// The section with its lines; `otherwise` where there are none.
void write_attention(CoverSheet& cover, const std::vector<AttentionLine>& lines,
                     const std::string& otherwise);

}  // namespace metodaktiv::reports
