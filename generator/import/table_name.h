#pragma once

#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "tabular/row_sink.h"

namespace metodaktiv::import {

/// The form that a file or sheet name means: key or Russian title of its table, tolerant of case,
/// ё/е, spaces, of what names may not carry («РИП/СП» is «РИП-СП») and of what copies have behind
/// their name («Лист (2)»). nullptr: none.
const config::FormDefinition* form_named(std::string_view name,
                                         const std::vector<config::FormDefinition>& forms);

/// That no table has this name; the remedy lists the tables and the nearest one. `renamed` is what
/// to rename: «файл», «лист».
tabular::Problem unknown_table(std::string_view name, std::string_view renamed,
                               const std::vector<config::FormDefinition>& forms);

}  // namespace metodaktiv::import
