#pragma once

#include "base/date.h"

namespace metodaktiv::base {

/// Monday to Friday, except the public holidays of the Labour Code (art. 112). Which days off the
/// government moves in one year or another is not known; a Saturday before a holiday of Monday to
/// Wednesday, which it has often made a working day, counts as one. So a term counted with them is
/// never later than the lawful one.
bool is_working_day(Date date);

/// The last day of a term of `days` working days that begins on the day after `from`; `days` ≥ 0.
Date plus_working_days(Date from, int days);

}  // namespace metodaktiv::base
