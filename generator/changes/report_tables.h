#pragma once

#include "changes/report.h"

namespace metodaktiv::changes {

/// The parts of make_report(), each table in the file of its subject.
void add_roster_tables(const Changes& changes, Report& report);
void add_assignment_table(const Changes& changes, Report& report);
void add_practice_table(const Changes& changes, Report& report);
/// Figures, and for registries the rows that moved them.
void add_figure_tables(const Changes& changes, const config::RegionProfile& profile,
                       Report& report);

/// Names of codes; the code itself when there is none.
std::string municipality_name(const Changes& changes, const std::string& code);
std::string subject_name(const Changes& changes, const std::string& code);
std::string organization_name(const Changes& changes, const std::string& code);

ReportCell text_cell(std::string text);
ReportCell count_cell(long long count);

}  // namespace metodaktiv::changes
