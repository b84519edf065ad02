#pragma once

#include <string>
#include <vector>

namespace metodaktiv::site {

/// A column of an open data file, as the file's head and datapackage.json need it.
struct DataField {
  std::string name;
  std::string type;  ///< Frictionless: string, integer, number, boolean, date
  std::string title;
  std::string description = {};
  bool required = false;
  std::vector<std::string> words = {};  ///< all values it can take, when they are few and fixed
  bool practice_page = false;  ///< the query yields a practice's slug, the file its page's address
};

/// `field` holds a value of the first column `key` of the resource `resource`.
struct DataReference {
  std::string field;
  std::string resource;
};

/// One open data file. `sql` reads publication.db and yields the fields in order; the file's head,
/// its rows and its description all come from here.
struct DataResource {
  std::string name;  ///< "indicators": data/indicators.csv
  std::string title;
  std::string description;
  std::vector<DataField> fields;
  std::vector<std::string> primary_key;   ///< empty when a key column may be empty
  std::vector<DataReference> references;  ///< to the column `code` of others
  std::string sql;
};

/// All files in the order of datapackage.json (docs/outputs.md). Texts are for everybody, rows hold
/// codes; names of codes are in the lists at the end.
const std::vector<DataResource>& data_resources();

}  // namespace metodaktiv::site
