#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Assessments of the three years and of the one before (growth needs something to compare with),
/// and the routes that follow from them.
class AssessmentMaker {
 public:
  AssessmentMaker(DemoContext& context, registry::Database& database);
  /// Sets the teachers' levels.
  void make(Municipality& m);

 private:
  struct YearRates;

  /// `slot` as in Teacher::level.
  void make_year(Municipality& m, std::size_t slot);
  [[nodiscard]] base::SchoolYear school_year(std::size_t slot) const;
  std::size_t draw_level(const Teacher& teacher, std::size_t slot, Random& random) const;
  void make_route(const Municipality& m, const Teacher& teacher, std::size_t slot,
                  base::Date assessed, const YearRates& rates, Random& random);
  void write_activities(const Teacher& teacher, const std::string& iom, base::Date from,
                        std::optional<base::Date> completed, Random& random);
  const Methodist* methodist_for(const Municipality& m, std::size_t subject, base::Date on,
                                 Random& random) const;

  DemoContext& context_;
  registry::TableWriter assessments_;
  registry::TableWriter ioms_;
  registry::TableWriter activities_;
};

}  // namespace metodaktiv::demo
