#pragma once

#include <string>

#include "forms/choice_lists.h"
#include "forms/collection_styles.h"
#include "forms/municipality_rows.h"
#include "workbook/sheet.h"

namespace metodaktiv::forms {

/// Rows below the prefilled ones that lists and checks cover, too.
inline constexpr int kSpareRows = 1000;

/// What the sheets of a workbook share.
struct TableSheetContext {
  const CollectionStyles& styles;
  const workbook::Sheet& cover;
  ChoiceLists& lists;
  ReferenceLabels& labels;
  std::string municipality;  ///< its name, for the page header
};

/// Fills the sheet of one table: title block, header row, prefilled rows, rules for new ones.
void fill_table_sheet(workbook::Sheet& sheet, const TableSheetContext& context,
                      const TableRows& table);

}  // namespace metodaktiv::forms
