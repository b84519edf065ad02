#pragma once

#include <string>

#include "reports/context.h"

namespace metodaktiv::reports {

/// A subject away from form 1: its area where the name alone says nothing («Учителя начальных
/// классов» for «Все предметы»), else the name.
std::string subject_title(const std::string& area, const std::string& name);

/// The same for a name without its area, by the rows of form 1.
std::string subject_title(const ReportContext& context, const std::string& name);

}  // namespace metodaktiv::reports
