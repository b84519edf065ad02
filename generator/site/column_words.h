#pragma once

#include <string>
#include <string_view>

#include "config/form_definition.h"

/// What the help pages say about a column of a form, in words.
namespace metodaktiv::site::wording {

/// «целое число, не меньше 0», «дата: ДД.ММ.ГГГГ». `school_year` serves as the example.
std::string column_type(const config::FormColumn& column, std::string_view school_year);
/// Where values go: «публикуется», «персональные данные: не публикуются» …
std::string privacy(config::Privacy privacy);
/// The same of a column, with the column that opens it.
std::string column_privacy(const config::FormDefinition& form, const config::FormColumn& column);
/// The hint. A made-up name may be a real person's, so that names are not given as examples.
std::string column_hint(const config::FormDefinition& form, const config::FormColumn& column);

}  // namespace metodaktiv::site::wording
