#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// What a municipal service does itself: visits to lessons, tasks of the standard, the yearly
/// audit; and the innovation sites of its organizations.
class ServiceMaker {
 public:
  ServiceMaker(DemoContext& context, registry::Database& database);
  /// Needs the teachers' levels.
  void make(const Municipality& m);

 private:
  struct VisitPools {
    std::vector<std::size_t> young, high, low, all;
  };

  VisitPools visit_pools(const Municipality& m, std::size_t year) const;
  void make_visits(const Municipality& m, std::size_t year);
  void visit(const Municipality& m, const std::vector<std::size_t>& pool, std::string group,
             base::Date from, base::Date to, Random& random);
  void make_tasks(const Municipality& m, std::size_t year);
  void make_audit(const Municipality& m, std::size_t year);
  void make_innovation_sites(const Municipality& m);

  DemoContext& context_;
  registry::TableWriter visits_;
  registry::TableWriter tasks_;
  registry::TableWriter audits_;
  registry::TableWriter sites_;
};

}  // namespace metodaktiv::demo
