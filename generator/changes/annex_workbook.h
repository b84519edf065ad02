#pragma once

#include <filesystem>
#include <string>

#include "changes/report.h"

namespace metodaktiv::changes {

/// What stands in the document properties beside the report's own texts.
struct AnnexProperties {
  std::string author, company, program;
  base::Date created;  ///< the later day compared: the same data give the same bytes
};

/// Writes the report as a workbook to print on A4: the draft annex to the order that renews the
/// roster (1068-04, 4.5: up to twice a year) — a title sheet with contents and signature lines,
/// then a sheet per table. Failure names the file.
void write_annex(const Report& report, const AnnexProperties& properties,
                 const std::filesystem::path& file);

}  // namespace metodaktiv::changes
