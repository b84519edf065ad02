#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Assessments of three years and the routes that follow from them.
class AssessmentMaker {
 public:
  AssessmentMaker(DemoContext& context, registry::Database& database);
  /// Sets the teachers' levels.
  void make(Municipality& m);

 private:
  struct YearRates;

  void make_year(Municipality& m, std::size_t year);
  std::size_t draw_level(const Teacher& teacher, std::size_t year, Random& random) const;
  void make_route(const Municipality& m, const Teacher& teacher, std::size_t year, base::Date assessed,
                  const YearRates& rates, Random& random);
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
