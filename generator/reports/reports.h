#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/file_sink.h"
#include "config/form_definition.h"
#include "config/region_profile.h"
#include "indicators/distribution.h"
#include "indicators/forms.h"
#include "indicators/results.h"
#include "quality/inspection.h"
#include "reports/pack_letter.h"

namespace metodaktiv::reports {

/// Everything the restricted reports are made from. Figures are exact, before disclosure control.
struct ReportInput {
  std::filesystem::path registry_file;
  const config::RegionProfile& profile;
  const indicators::Results& results;
  const std::vector<indicators::Form1>& form1;     ///< region and municipalities
  const std::vector<indicators::Form2Row>& form2;  ///< all rows, in the order of indicators::form2
  base::Date as_of;
  std::string program_version;
  unsigned jobs = 1;
  std::vector<indicators::Distribution> distributions = {};  ///< all, exact
  std::vector<config::FormDefinition> forms = {};            ///< for the titles of fixed answers
  /// For data-quality.xlsx, which is not made without it; must outlive the call.
  const quality::Inspection* inspection = nullptr;
  std::string municipality = {};  ///< only this one's folder; empty: all and the region's
  /// templates/reports of the project, for report.html and index.html, which are not made without.
  std::filesystem::path templates = {};
  bool packs = false;  ///< index.html leads to the packs, which the caller makes of the folders
};

struct ReportSummary {
  std::size_t workbooks = 0;
  std::size_t texts = 0;                 ///< Markdown, CSV and pages
  std::vector<PackLetter> letters = {};  ///< one for each municipality's folder, by code
};

/// Writes the pack of every municipality (`<code>/…`), of the region (`_region/…`) and index.html
/// as docs/outputs.md lists them, with paths relative to the reports folder. The bytes depend on
/// the input alone. Failure names the file that could not be written.
ReportSummary write_reports(const ReportInput& input, base::FileSink& sink);

}  // namespace metodaktiv::reports
