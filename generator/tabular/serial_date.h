#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tabular/number_format.h"

namespace metodaktiv::tabular {

/// The date or time that a workbook's number stands for, as Cell writes it: a whole number is a
/// day, a fraction below one a time alone, both together a day and a time; an elapsed time counts
/// hours beyond 24 ("36:00:00"). Times are rounded to seconds; midnight is left out after a day.
/// nullopt when there is none: a negative number, one beyond the year 9999, or in the 1900 epoch
/// the day 60, the 29 February 1900 that never was.
std::optional<std::string> date_of_serial(double serial, FormatKind kind, bool epoch_1904);

/// A date in ISO 8601, as cells of type «d» hold it, as Cell writes it: fractions of seconds are
/// rounded, a time zone and a midnight after a day are dropped. nullopt when it is none.
std::optional<std::string> date_of_iso(std::string_view text);

}  // namespace metodaktiv::tabular
