#pragma once

#include <cstddef>
#include <string>

#include "changes/report.h"

namespace metodaktiv::changes {

/// The report for a terminal: groups with indented lines, at most `limit` lines of a table, the
/// rest counted.
std::string report_text(const Report& report, std::size_t limit);

/// The whole report in GitHub-flavoured Markdown, a table per section.
std::string report_markdown(const Report& report);

}  // namespace metodaktiv::changes
