#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "quality/inspection.h"
#include "registry/database.h"

namespace metodaktiv::reports {

/// One table of a municipality's data.
struct TableQuality {
  std::string key;  ///< of the table
  std::string title;
  long long rows = 0;
  long long flagged_rows = 0;  ///< of them, rows with a remark
  long long remarks = 0;       ///< of rows and of the table as a whole
};

/// How sound the data of one municipality are. The one with the code '' is the region itself.
struct PlaceQuality {
  std::string code;
  std::vector<const quality::QualityFinding*> findings;  ///< errors first, then as inspected
  long long rows = 0;                                    ///< of all tables that it fills in
  long long flagged_rows = 0;                            ///< of them, rows with a remark
  long long errors = 0, warnings = 0;
  std::vector<std::string> empty_tables;  ///< titles of its tables without a row, in form order
  std::vector<TableQuality> tables;       ///< those it fills in, in form order
  int place = 0;  ///< by the share of rows without a remark; equal shares share a place; 0: no rows

  [[nodiscard]] long long sound_rows() const { return rows - flagged_rows; }
};

using DataQuality = std::map<std::string, PlaceQuality>;  ///< municipalities and ''

/// Sorts an inspection's findings to the municipalities and counts the rows they are about. The
/// inspection must outlive the result.
DataQuality data_quality(registry::Database& registry,
                         const std::vector<config::FormDefinition>& forms,
                         const quality::Inspection& inspection);

/// Municipalities by place, then code; those without rows last. The region is left out.
std::vector<const PlaceQuality*> ranked(const DataQuality& all);

}  // namespace metodaktiv::reports
