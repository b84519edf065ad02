#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "registry/database.h"

namespace metodaktiv::forms {

/// What the forms of one municipality show instead of codes: «Школа № 5 [severny-school-5]». A row
/// is named by its person, its short name, name or title; else by a row that it refers to, with the
/// school year. Tables are read when first asked for.
class ReferenceLabels {
 public:
  /// `registry` and `forms` must outlive the object.
  ReferenceLabels(registry::Database& registry, const std::vector<config::FormDefinition>& forms,
                  std::string municipality);

  /// Labels of the rows that the municipality may refer to, in the order of the alphabet: its own,
  /// or all of a table that belongs to the region as a whole.
  const std::vector<std::string>& offered(const std::string& table);

  /// The label of any row of the table, also of another municipality.
  std::string label(const std::string& table, const std::string& code);

 private:
  struct Table {
    const config::FormDefinition* form = nullptr;
    std::vector<std::string> columns;          ///< that make up the name
    const config::FormColumn* via = nullptr;   ///< reference that names the row instead
    std::map<std::string, std::string> names;  ///< by code
    std::vector<std::string> offered;
  };

  Table& table(const std::string& name);
  std::string selected(const Table& table) const;
  std::string name_of(const Table& table, const registry::Statement& row);
  const std::string& name(const std::string& table, const std::string& code);

  registry::Database& registry_;
  const std::vector<config::FormDefinition>& forms_;
  std::string municipality_;
  std::map<std::string, Table> tables_;
};

}  // namespace metodaktiv::forms
