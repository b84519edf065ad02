#pragma once

#include <string>
#include <utility>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::registry {

/// Reads the JSON of journal_rows into values as the registry stores them.
class JournalValues {
 public:
  explicit JournalValues(Database& registry);

  /// Column and value of each member of an object, the parts of an array under "0", "1", …; in
  /// their order. Failure when the text is no JSON or holds more than plain values.
  std::vector<std::pair<std::string, Value>> read(const std::string& json);

 private:
  Statement members_;
};

/// A value as a person may read it: "0.1", "12", the text itself; empty for NULL.
std::string shown(const Value& value);

}  // namespace metodaktiv::registry
