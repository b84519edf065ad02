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
  bool regional = false;  ///< the region's own: no task of a municipality
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

/// The functions table of the standard for municipal services, or of what another region has in its
/// place; the names are what pages and calendars call it.
struct Standard {
  std::string source;
  std::vector<FunctionDirection> directions;
  std::string title = {};                ///< of the table's page; empty: made of the terms
  std::string short_title = "Стандарт";  ///< in menus
  std::string name = "стандарт";         ///< the document within a sentence
  std::string name_genitive = "стандарта";
  std::string name_dative = "стандарту";

  [[nodiscard]] const StandardFunction* function(std::string_view number) const;
  /// Whether any function of a municipality has a dated deadline.
  [[nodiscard]] bool has_municipal_deadlines() const;
};

/// A dated deadline in one school year.
struct Deadline {
  base::Date on;
  std::string function;  ///< number
  std::string title;
  bool regional = false;  ///< of a function of the region's own
};

/// All dated deadlines of a school year, by date, then function number.
std::vector<Deadline> deadlines(const Standard& standard, base::SchoolYear year);

}  // namespace metodaktiv::config
