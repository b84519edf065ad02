#pragma once

#include <filesystem>
#include <string>

#include "base/date.h"
#include "base/file_sink.h"
#include "config/route_form.h"

namespace metodaktiv::forms {

/// The empty route form (ИОМ) as a workbook of one A4 sheet, ready to print: approval, general
/// data, aim, plan with empty rows in every section, signatures. `as_of` is the file's date.
void write_route_blank(const config::RegionProfile& profile, const config::RouteForm& form,
                       base::Date as_of, const std::filesystem::path& file);

/// The same as Markdown.
std::string route_blank_text(const config::RouteForm& form);

/// Both as downloads of the public site: forms/<file_name>.xlsx and forms/<file_name>.md.
void write_route_downloads(const config::RegionProfile& profile, const config::RouteForm& form,
                           base::Date as_of, base::FileSink& sink);

}  // namespace metodaktiv::forms
