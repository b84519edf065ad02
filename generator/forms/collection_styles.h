#pragma once

#include "config/form_definition.h"
#include "workbook/workbook.h"

namespace metodaktiv::forms {

/// Styles of a collection workbook as plain values, for measuring text.
namespace style {
workbook::Style header(bool required);
workbook::Style cell(config::ColumnType type);  ///< to be filled in
workbook::Style body();                         ///< of a table on the cover
workbook::Style plain();
workbook::Style note();
}  // namespace style

/// The cell formats of a collection workbook, by meaning.
class CollectionStyles {
 public:
  explicit CollectionStyles(workbook::Workbook& book);

  workbook::Format title, subtitle, heading, label, plain, strong, note, warning, stamp;
  workbook::Format table_header, table_text, table_number, table_mark, table_link, link;
  workbook::Format header_required, header_optional, locked, unlocked;

  [[nodiscard]] workbook::Format cell(config::ColumnType type) const;

 private:
  workbook::Workbook& book_;
};

/// Tab colours: sheets with personal data, the others.
inline constexpr workbook::Rgb kPersonalTab = 0xC0562B;
inline constexpr workbook::Rgb kPlainTab = 0x1F5F7A;

}  // namespace metodaktiv::forms
