#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "import/finding_log.h"
#include "import/reference_names.h"
#include "registry/database.h"
#include "tabular/cell.h"

namespace metodaktiv::import {

/// Lists that the region profile decides: the name in a form's `profile_values` → its keys and
/// titles.
struct ProfileKeys {
  std::map<std::string, std::vector<config::AllowedValue>> lists;
};

/// Turns what stands in a cell of one column into the value the registry stores, or says what is
/// wrong with it. Made once per column, from its definition.
class ColumnRule {
 public:
  /// `form` and `names` must outlive the rule. With `names` a reference may be given by the name of
  /// what it refers to. Failure when the profile lacks a list that the form names.
  ColumnRule(const config::FormDefinition& form, const config::FormColumn& column,
             const ProfileKeys& keys, ReferenceNames* names = nullptr);
  ~ColumnRule();
  ColumnRule(ColumnRule&&) noexcept;

  /// Reads one cell. True: `value` is set (an empty cell gives empty()). False: `problem` is.
  /// `municipality`: whose rows a reference may name; empty: anybody's.
  bool read(const tabular::Cell& cell, registry::Value& value, Problem& problem,
            std::string_view municipality = {}) const;
  /// The same for text.
  bool read(std::string_view text, registry::Value& value, Problem& problem,
            std::string_view municipality = {}) const;

  /// What the registry stores for an empty cell: NULL, or '' in a text column of the key.
  [[nodiscard]] registry::Value empty() const;
  [[nodiscard]] const config::FormColumn& column() const { return *column_; }
  [[nodiscard]] bool in_key() const { return in_key_; }

 private:
  struct Pattern;
  bool read_date_cell(std::string_view iso, registry::Value& value, Problem& problem) const;
  bool read_label(std::string_view text, registry::Value& value, Problem& problem,
                  std::string_view municipality) const;
  bool read_text(std::string&& text, registry::Value& value, Problem& problem) const;
  bool read_number(std::string_view text, registry::Value& value, Problem& problem) const;
  bool read_enum(std::string_view text, registry::Value& value, Problem& problem) const;
  bool read_list(std::string_view text, registry::Value& value, Problem& problem) const;
  const std::string* key_for(std::string_view typed) const;
  Problem required_problem() const;
  Problem not_allowed(std::string_view typed) const;

  const config::FormColumn* column_;
  bool in_key_;
  ReferenceNames* names_;
  std::vector<config::AllowedValue> profile_allowed_;
  std::map<std::string, std::string, std::less<>> keys_;  ///< key, folded key or title → key
  std::unique_ptr<Pattern> pattern_;
};

/// SQL type of a column: TEXT, INTEGER or REAL.
std::string_view sql_type(config::ColumnType type);

/// Whether a path may be followed from an imported folder: relative, '/' between the parts, no
/// «..».
bool is_inner_path(std::string_view path);

}  // namespace metodaktiv::import
