#pragma once

#include <filesystem>

#include "reports/context.h"

namespace metodaktiv::reports {

/// Printed forms in one book at most; the register says when there are more routes.
inline constexpr std::size_t kMostRouteSheets = 200;

/// iom.xlsx of one municipality: the register of all routes of its teachers, then the form of every
/// active route of the current school year, oldest first. Reads the registry on a connection of its
/// own.
void write_iom_workbook(const ReportContext& context, const indicators::Place& place,
                        const std::filesystem::path& file);

}  // namespace metodaktiv::reports
