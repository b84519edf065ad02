#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "import/column_rule.h"
#include "registry/database.h"

namespace metodaktiv::import {

/// Where the rows of an import wait until all of them are known to be right: a private temporary
/// database on disk, attached as `staging`, with a table per form. Each row carries _source (index
/// of its source), _row (number in the file), _key_valid (0: its key could not be read), _valid (0:
/// the row has errors). Gone with this object.
class Staging {
 public:
  /// `database` must be open for writing, outside a transaction. Failure when temporary space is
  /// lacking.
  Staging(registry::Database& database, const std::vector<config::FormDefinition>& forms);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  /// Makes key look-ups fast; called once, when a table's rows are in.
  void index_key(const config::FormDefinition& form);

 private:
  registry::Database& database_;
};

/// Columns that the registry stores: all but the import-only ones.
std::vector<const config::FormColumn*> stored_columns(const config::FormDefinition& form);

/// The key's columns as expressions that never are NULL, for comparing and for ON CONFLICT:
/// {"s.methodist", "ifnull(s.subject, '')"}. `prefix` is empty or an alias with its dot.
std::vector<std::string> key_expressions(const config::FormDefinition& form,
                                         std::string_view prefix);

/// "r.code = s.code AND …" for two aliases.
std::string same_key(const config::FormDefinition& form, std::string_view left,
                     std::string_view right);

}  // namespace metodaktiv::import
