#pragma once

#include <map>

#include "demo/demo_context.h"
#include "demo/practice_library.h"
#include "registry/table_writer.h"

namespace metodaktiv::demo {

/// The practice bank of a municipality.
class PracticeMaker {
 public:
  PracticeMaker(DemoContext& context, const PracticeLibrary& library, registry::Database& database);
  void make(const Municipality& m);

 private:
  struct Choice {
    std::size_t topic = 0;
    std::size_t technique = 0;
    std::string level;
    std::string grades;
  };

  std::optional<Choice> choose(const Municipality& m, const Teacher& author, bool managerial,
                               Random& random);
  bool fits(const PracticeTopic& topic, const Municipality& m, const Teacher& author,
            bool managerial, bool general) const;
  std::string draw_level(const PracticeTopic& topic, OrganizationKind kind, Random& random) const;
  void write(const Municipality& m, const Teacher& author, bool managerial, const Choice& choice,
             Random& random);
  std::string authors(const Municipality& m, const Teacher& author, Random& random) const;

  DemoContext& context_;
  const PracticeLibrary& library_;
  registry::TableWriter practices_;
  /// How often a topic met a technique, so that the same pair comes back as late as possible.
  std::map<std::pair<std::size_t, std::size_t>, int> used_;
};

}  // namespace metodaktiv::demo
