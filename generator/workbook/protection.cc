#include "workbook/protection.h"

#include <xlsxwriter.h>

#include "workbook/sheet.h"

namespace metodaktiv::workbook {

void Sheet::protect(const Protection& allowed) {
  lxw_protection options{};
  options.format_columns = allowed.format_columns ? LXW_TRUE : LXW_FALSE;
  options.format_rows = allowed.format_rows ? LXW_TRUE : LXW_FALSE;
  options.insert_rows = allowed.insert_rows ? LXW_TRUE : LXW_FALSE;
  options.delete_rows = allowed.delete_rows ? LXW_TRUE : LXW_FALSE;
  options.sort = allowed.sort ? LXW_TRUE : LXW_FALSE;
  options.autofilter = allowed.autofilter ? LXW_TRUE : LXW_FALSE;
  worksheet_protect(handle_, nullptr, &options);
}

void Sheet::hide() { worksheet_hide(handle_); }

}  // namespace metodaktiv::workbook
