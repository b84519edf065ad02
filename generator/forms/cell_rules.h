#pragma once

#include <string>

#include "config/form_definition.h"
#include "workbook/validation.h"

namespace metodaktiv::forms {

/// What a cell of the column takes, with the message beside it and the answer to anything else.
/// `list` is the name of its list of choices, or empty.
workbook::Validation cell_rule(const config::FormColumn& column, const std::string& list);

/// The line above a table that tells about a column: its hint without the example where the form
/// offers a list instead.
std::string hint_in_form(const config::FormColumn& column);

}  // namespace metodaktiv::forms
