#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Associations of teachers by subject, a few communities, and their meetings.
class AssociationMaker {
 public:
  AssociationMaker(const DemoContext& context, registry::Database& database);
  void make(const Municipality& m);

 private:
  struct Head {
    std::string name;
    bool consent = false;
  };

  Head choose_head(const Municipality& m, std::optional<std::size_t> subject, Random& random) const;
  void write(const Municipality& m, const std::string& code, const std::string& name,
             std::string kind, std::optional<std::size_t> subject, std::int64_t members,
             Random& random);
  void write_meetings(const Municipality& m, const std::string& code,
                      std::optional<std::size_t> subject, Random& random);

  const DemoContext& context_;
  registry::TableWriter associations_;
  registry::TableWriter meetings_;
};

}  // namespace metodaktiv::demo
