#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"
#include "forms/reference_labels.h"
#include "forms/shown_values.h"
#include "workbook/workbook.h"

namespace metodaktiv::forms {

/// What all forms made in one go share: the region's lists, the school years of the registry.
struct SharedLists {
  std::map<std::string, std::vector<config::AllowedValue>> profile;
  std::vector<std::string> school_years;
};

/// The hidden sheet of a workbook (config::kListsSheet): a named column per list, added when a
/// column of a table first needs it.
class ChoiceLists {
 public:
  /// All must outlive the object.
  ChoiceLists(workbook::Workbook& book, workbook::Sheet& sheet, const SharedLists& shared,
              ReferenceLabels& labels);

  /// The name of the list that the column's cells are chosen from; empty when there is none.
  std::string list_of(const config::FormDefinition& form, const config::FormColumn& column);
  /// How allowed values stand in the column's cells; of an enum or a list with allowed values.
  const ShownValues& values_of(const config::FormDefinition& form,
                               const config::FormColumn& column);

 private:
  std::string add(const std::string& name, const std::string& heading,
                  const std::vector<std::string>& values);

  workbook::Workbook& book_;
  workbook::Sheet& sheet_;
  const SharedLists& shared_;
  ReferenceLabels& labels_;
  std::map<std::string, ShownValues> values_;
  std::map<std::string, int> columns_;  ///< of the sheet, by the list's name
};

}  // namespace metodaktiv::forms
