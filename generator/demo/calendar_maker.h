#pragma once

#include "demo/demo_context.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// Documents and events of a municipality and of the region. Events are announced to the end of the
/// current school year, everything else ends today.
class CalendarMaker {
 public:
  CalendarMaker(DemoContext& context, registry::Database& database);
  void make(const Municipality& m);
  void make_region();

 private:
  /// Documents of a municipality, or of the region when there is none.
  void make_documents(const Municipality* m, Random& random);
  void write_document(const Municipality* m, const DocumentRule& rule, std::size_t year, int copy,
                      Random& random);
  void make_events(const Municipality* m, const std::vector<EventRule>& rules, double part,
                   Random& random);
  void write_event(const Municipality* m, const EventRule& rule, base::Date on, std::size_t index,
                   Random& random);

  DemoContext& context_;
  registry::TableWriter documents_;
  registry::TableWriter events_;
};

}  // namespace metodaktiv::demo
