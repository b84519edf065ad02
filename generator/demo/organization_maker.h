#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Writes a municipality with its service and its organizations.
class OrganizationMaker {
 public:
  OrganizationMaker(const DemoContext& context, registry::Database& database);
  void make(Municipality& m);

 private:
  void write_municipality(const Municipality& m);
  void draw_organizations(Municipality& m) const;
  void name_organization(Organization& organization, int number, const Municipality& m,
                         Random& random) const;

  const DemoContext& context_;
  registry::TableWriter municipalities_;
  registry::TableWriter organizations_;
};

}  // namespace metodaktiv::demo
