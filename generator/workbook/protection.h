#pragma once

namespace metodaktiv::workbook {

/// What a reader of a protected sheet may still do, beside selecting cells and filling in those
/// whose style is unlocked. There is no password: the protection is against slips.
struct Protection {
  bool format_columns = false;
  bool format_rows = false;
  bool insert_rows = false;
  bool delete_rows = false;  ///< programs delete a row only when all of its cells are unlocked
  bool sort = false;
  bool autofilter = false;
};

}  // namespace metodaktiv::workbook
