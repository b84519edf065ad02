#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace metodaktiv::config {

/// One machine-readable deadline of a function: a day, days of given months, or the end of a span.
struct Due {
  std::string title;
  std::vector<std::pair<unsigned, unsigned>> days;  ///< (month, day), each once a school year
  std::string every;                                ///< "month", "quarter", … or empty
  std::string from;                                 ///< "10-01" for a span, else empty
};

/// A function of the municipal service: a row of the standard's table.
struct StandardFunction {
  std::string number;  ///< "1.1.1"
  std::string title;
  std::string who;
  std::vector<std::string> actions;
  std::string deadline;  ///< as a person reads it
  std::vector<Due> due;
};

struct FunctionGroup {
  std::string number;  ///< "1.1"
  std::string title;
  std::vector<StandardFunction> functions;
};

struct FunctionDirection {
  std::string number;  ///< "1"
  std::string title;
  std::vector<FunctionGroup> groups;
};

/// The functions table of the standard for municipal services.
struct Standard {
  std::string source;
  std::vector<FunctionDirection> directions;

  [[nodiscard]] const StandardFunction* function(std::string_view number) const;
};

/// A dated deadline in one school year.
struct Deadline {
  base::Date on;
  std::string function;  ///< number
  std::string title;
};

/// All dated deadlines of a school year, by date, then function number.
std::vector<Deadline> deadlines(const Standard& standard, base::SchoolYear year);

}  // namespace metodaktiv::config
