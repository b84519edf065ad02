#pragma once

#include <set>

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// How teachers grow: mentors of young ones, courses and what came of them, contests.
class GrowthMaker {
 public:
  GrowthMaker(const DemoContext& context, registry::Database& database);
  void make(const Municipality& m);

 private:
  void make_mentorships(const Municipality& m);
  void make_courses(const Municipality& m, std::size_t year);
  void write_course(const Teacher& teacher, std::size_t year, bool federal, Random& random);
  void write_post_course(const Teacher& teacher, const std::string& program, base::Date finished,
                         Random& random);
  void make_contests(const Municipality& m, std::size_t year);

  const DemoContext& context_;
  registry::TableWriter mentorships_;
  registry::TableWriter courses_;
  registry::TableWriter post_course_;
  registry::TableWriter contests_;
  std::set<std::string> known_;  ///< post-course rows of the municipality, by teacher and programme
};

}  // namespace metodaktiv::demo
