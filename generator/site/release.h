#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/indicator_definition.h"
#include "registry/database.h"
#include "site/figure.h"
#include "site/methodist.h"
#include "site/place.h"
#include "site/practice.h"

namespace metodaktiv::site {

/// How much one publication changed, for a sentence.
struct ReleaseCounts {
  long long entered = 0, left = 0, named = 0, updated = 0;  ///< people
  long long assignments = 0;                                ///< organizations and subjects
  long long practices = 0, practices_removed = 0;
  long long figures = 0;  ///< values of all places
  std::string new_year;   ///< school year that began; else empty
};

/// What one publication changed against the one before it (data/history.sql): people as the
/// publication of today has them.
struct Release {
  struct Cell {
    const Municipality* municipality = nullptr;  ///< either may be nullptr
    const Subject* subject = nullptr;
    long long count = 0;
  };
  struct Updated {
    const Methodist* person = nullptr;
    std::vector<std::string> fields;  ///< columns
  };
  struct Move {
    enum class Way { kAssigned, kUnassigned, kReassigned };
    Way way = Way::kAssigned;
    const Organization* organization = nullptr;
    const Subject* subject = nullptr;                ///< may be nullptr
    const Methodist *to = nullptr, *from = nullptr;  ///< nullptr: nobody to be named
  };
  struct Moved {
    const config::IndicatorDefinition* indicator = nullptr;
    const Figure* figure = nullptr;  ///< today's, of the same year
    std::string school_year;
    std::optional<long long> before, after;  ///< tenths of the unit; empty: no data
  };

  base::Date as_of, former_as_of;
  ReleaseCounts counts;
  std::vector<const Methodist*> entered, named;
  std::vector<Updated> updated;
  std::vector<Cell> entered_unnamed, left, practices_removed;
  std::vector<Move> moves;
  std::vector<const Practice*> practices;
  std::vector<Moved> figures;  ///< indicators as in the profile; region, territories, others
};

/// A day of the history with its counts, for whoever has no model.
struct ReleaseDay {
  base::Date as_of, former_as_of;
  ReleaseCounts counts;
};
/// Newest first.
std::vector<ReleaseDay> read_release_days(registry::Database& publication);

/// «Вошли 12 методистов, вышли 3; опубликованы 4 практики.»
std::string release_summary(const ReleaseCounts& counts);

}  // namespace metodaktiv::site
