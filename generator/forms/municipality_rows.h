#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::forms {

/// The longest text that a form holds in one cell, in UTF-16 units: below the limit of every
/// program that may open it.
inline constexpr std::size_t kLongestCell = 32000;

/// What a registry holds of one table for one municipality, as far as a sheet can hold it. A text
/// too long for a cell must not come back shortened: its column is left out, or its row where the
/// column cannot be missing (required, of the key or of a one_of group).
struct TableRows {
  const config::FormDefinition* form = nullptr;
  std::vector<const config::FormColumn*> columns;  ///< of the sheet, in the form's order
  std::vector<std::vector<registry::Value>> rows;  ///< a value per column; in key order
  std::vector<const config::FormColumn*> left_out_columns;
  std::int64_t left_out_rows = 0;
  bool personal = false;  ///< tells about people, or names them
};

/// FROM and WHERE of a query over the rows of `form` (named t0) that belong to the municipality
/// bound as :municipality; all rows of a table that belongs to the region as a whole.
std::string rows_of_municipality(const std::vector<config::FormDefinition>& forms,
                                 const config::FormDefinition& form);

TableRows read_municipality_rows(registry::Database& registry,
                                 const std::vector<config::FormDefinition>& forms,
                                 const config::FormDefinition& form, std::string_view municipality);

}  // namespace metodaktiv::forms
