#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"

namespace metodaktiv::config {

/// A step from a row towards its municipality: the reference in `column` of `form` is followed.
struct OwnershipStep {
  const FormDefinition* form = nullptr;
  std::string column;
};

/// How a row of a table is found to belong to a municipality: its own reference to municipalities,
/// else along required references to tables with a single key. The last step's column holds the
/// municipality's code. Empty: the table belongs to the region as a whole. The table of
/// municipalities itself has one step, its key.
std::vector<OwnershipStep> municipality_path(const std::vector<FormDefinition>& forms,
                                             const FormDefinition& form);

/// nullptr when no form has this table.
const FormDefinition* form_of(const std::vector<FormDefinition>& forms, std::string_view table);

/// A short mark of the columns of all forms: changes when a column, its title or its allowed values
/// do.
std::string layout_version(const std::vector<FormDefinition>& forms);

}  // namespace metodaktiv::config
