#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Methodists (mostly chosen among the teachers), their consents and the candidates.
class MethodistMaker {
 public:
  MethodistMaker(DemoContext& context, registry::Database& database);
  /// Chooses the methodists and marks the teachers among them; nothing is written yet.
  void draw(Municipality& m);
  void write(Municipality& m);

 private:
  std::optional<std::size_t> choose_teacher(const Municipality& m, std::size_t subject,
                                            Random& random) const;
  void write_methodist(const Municipality& m, Methodist& methodist, Random& random);
  void write_consents(const Municipality& m, const Methodist& methodist, base::Date given,
                      bool has_about, Random& random);
  void write_nominations(const Municipality& m);
  std::string about_text(const Methodist& methodist, Random& random) const;

  DemoContext& context_;
  registry::TableWriter methodists_;
  registry::TableWriter consents_;
  registry::TableWriter nominations_;
};

}  // namespace metodaktiv::demo
