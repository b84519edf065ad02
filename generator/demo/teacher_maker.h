#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// The people of a municipality's organizations: drawn first, written when the methodists among
/// them are known.
class TeacherMaker {
 public:
  TeacherMaker(DemoContext& context, registry::Database& database);
  void draw(Municipality& m);
  void write(const Municipality& m);

 private:
  Teacher draw_teacher(const Municipality& m, std::size_t organization, std::size_t index,
                       Random& random);

  DemoContext& context_;
  registry::TableWriter teachers_;
  std::array<std::vector<double>, kOrganizationKinds> subject_weights_;
};

}  // namespace metodaktiv::demo
