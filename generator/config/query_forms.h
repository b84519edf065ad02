#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"

namespace metodaktiv::config {

/// Words of a query outside comments and literals, in small letters.
std::set<std::string> words_of_query(std::string_view sql);

/// Collection forms whose tables a query reads, directly or through the prepared relations
/// (docs/indicators.md), in the order of `forms`. The list of municipalities, which every query
/// starts from, only when the query reads nothing else.
std::vector<const FormDefinition*> forms_of_query(std::string_view sql,
                                                  const std::vector<FormDefinition>& forms);

}  // namespace metodaktiv::config
