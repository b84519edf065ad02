#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/context.h"

namespace metodaktiv::reports {

/// The files of each folder of the restricted tree, in the order they were written.
using FolderFiles = std::map<std::string, std::vector<std::string>>;

/// The way into the restricted tree as Markdown, for ReportPages: the region's files and a row per
/// municipality with its targets, place, remarks, form and files. With `packs`, links to the ZIP
/// files and the mailing list, which are made after the reports.
std::string index_text(const ReportContext& context, const FolderFiles& files, bool packs);

}  // namespace metodaktiv::reports
