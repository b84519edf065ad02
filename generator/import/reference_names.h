#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// Finds the code behind a name that people write instead of it: a person's full name, else the
/// name or title of the row, as the registry holds it. Tolerant of case, ё/е and spaces. Within a
/// municipality only its own rows and those of the region count. A table is read when it is first
/// asked for.
class ReferenceNames {
 public:
  struct Found {
    std::optional<std::string> code;  ///< when exactly one row has the name
    bool several = false;
  };

  ReferenceNames(registry::Database& database, const std::vector<config::FormDefinition>& forms)
      : database_(database), forms_(forms) {}

  /// `municipality` is empty when any row may be meant.
  Found find(std::string_view table, std::string_view name, std::string_view municipality);

 private:
  struct Owned {
    std::string code, municipality;
  };
  using Codes = std::multimap<std::string, Owned>;  ///< by folded name
  const Codes& codes_of(std::string_view table);

  registry::Database& database_;
  const std::vector<config::FormDefinition>& forms_;
  std::map<std::string, Codes, std::less<>> tables_;
};

}  // namespace metodaktiv::import
