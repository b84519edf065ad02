#include "config/collection.h"

namespace metodaktiv::config {

std::optional<base::Date> next_due(const Collection& collection, base::Date day) {
  std::optional<base::Date> next;
  for (const int year : {day.year(), day.year() + 1}) {
    for (const auto& [month, day_of_month] : collection.due) {
      const base::Date due(year, month, day_of_month);
      if (due > day && (!next || due < *next)) next = due;
    }
  }
  return next;
}

}  // namespace metodaktiv::config
