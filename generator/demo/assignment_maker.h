#pragma once

#include <map>

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Which organizations' teachers each methodist takes care of, year by year.
class AssignmentMaker {
 public:
  AssignmentMaker(const DemoContext& context, registry::Database& database);
  void make(const Municipality& m);

 private:
  /// Teachers nobody takes care of yet: subject → per organization.
  using Remaining = std::vector<std::vector<int>>;
  struct Load {
    const Methodist* methodist = nullptr;
    int target = 0;
    int taken = 0;
  };

  void make_year(const Municipality& m, std::size_t year);
  void take(const Municipality& m, std::size_t year, Load& load, std::size_t subject,
            Remaining& remaining, Random& random);

  const DemoContext& context_;
  registry::TableWriter assignments_;
};

}  // namespace metodaktiv::demo
