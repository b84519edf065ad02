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
/// name or title of the row, as the registry holds it. Tolerant of case, ё/е and spaces. A table is
/// read when it is first asked for.
class ReferenceNames {
 public:
  struct Found {
    std::optional<std::string> code;  ///< when exactly one row has the name
    bool several = false;
  };

  ReferenceNames(registry::Database& database, const std::vector<config::FormDefinition>& forms)
      : database_(database), forms_(forms) {}

  Found find(std::string_view table, std::string_view name);

 private:
  using Codes = std::map<std::string, std::string>;  ///< folded name → code; "" for several
  const Codes& codes_of(std::string_view table);

  registry::Database& database_;
  const std::vector<config::FormDefinition>& forms_;
  std::map<std::string, Codes, std::less<>> tables_;
};

}  // namespace metodaktiv::import
