#pragma once

#include <array>
#include <cstddef>

#include "workbook/workbook.h"

namespace metodaktiv::forms {

/// How a cell is marked; told apart by the border, too, not by colour alone.
enum class Mark { kNone, kWarning, kError };

/// What stands in a cell of a table that is sent back.
enum class Content { kText, kNumber, kDate, kDateTime, kTime, kHeader };

/// Styles as plain values, for measuring text.
namespace remarks_style {
workbook::Style cell(Content content, Mark mark);
workbook::Style words();  ///< of the remarks column
workbook::Style list();   ///< of the summary's table
workbook::Style plain();  ///< of the summary's lines above it
}  // namespace remarks_style

/// The cell formats of a remarks workbook.
class RemarksStyles {
 public:
  explicit RemarksStyles(workbook::Workbook& book);

  [[nodiscard]] workbook::Format cell(Content content, Mark mark) const {
    return cells_[static_cast<std::size_t>(content)][static_cast<std::size_t>(mark)];
  }

  workbook::Format title, strong, plain, stamp;  ///< lines above and below the list
  workbook::Format heading, note, back;          ///< lines above and below a table
  workbook::Format words, words_header;          ///< of the remarks column
  workbook::Format header, text, number, link;   ///< of the summary's table
  workbook::Format error, warning;               ///< its severity

 private:
  std::array<std::array<workbook::Format, 3>, 6> cells_;
};

}  // namespace metodaktiv::forms
