#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::config {

/// Privacy class of a table or column (docs/registry.md).
enum class Privacy { kPublic, kConsent, kRestricted, kPersonal };

enum class ColumnType {
  kCode,
  kText,
  kMarkdown,
  kInteger,
  kNumber,
  kBoolean,
  kDate,
  kSchoolYear,
  kEnum,
  kReference,
  kList,
  kUrl,
  kEmail,
  kFile,
  kYear
};

struct AllowedValue {
  std::string key;
  std::string title;
};

struct FormColumn {
  std::string key;
  std::string title;
  ColumnType type = ColumnType::kText;
  bool required = false;
  std::string references;            ///< table of a kReference
  std::vector<AllowedValue> values;  ///< of a kEnum, where fixed
  std::string profile_values;        ///< "levels", "roles", …: keys come from the region profile
  Privacy privacy = Privacy::kPublic;
  std::string public_if;  ///< boolean column that opens a kConsent column
  std::optional<double> min, max;
  std::optional<std::size_t> max_length;
  std::string pattern;
  std::string hint;
  bool import_only = false;
};

/// One interchange table: the only list of its columns in the product. Drives import, export, the
/// Excel forms and the help page.
struct FormDefinition {
  std::string table;
  std::string title;
  Privacy privacy = Privacy::kPublic;
  int order = 0;
  std::string description;
  std::vector<std::string> key;
  std::vector<std::string> person;  ///< columns that make up a person's name; may be empty
  std::vector<std::vector<std::string>> one_of;  ///< at least one column of each list is filled
  std::vector<FormColumn> columns;

  /// By key or Russian title, tolerant of case, ё/е and spaces; nullptr when there is none.
  [[nodiscard]] const FormColumn* column(std::string_view key_or_title) const;
  /// Whether the column is part of the key.
  [[nodiscard]] bool in_key(std::string_view column_key) const;
};

/// All data/forms/*.toml, sorted by `order`. Failure lists everything wrong with file and line.
std::vector<FormDefinition> load_form_definitions(const std::filesystem::path& forms_folder);

}  // namespace metodaktiv::config
