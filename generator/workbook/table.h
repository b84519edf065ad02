#pragma once

#include <string>
#include <vector>

#include "workbook/style.h"

namespace metodaktiv::workbook {

/// A named table of a sheet: one row of headers and the rows of data below it.
struct Table {
  std::string name;  ///< Latin letters, digits and '_'; made unique within the workbook
  int header_row = 0, first_column = 0;
  int last_row = 0;  ///< the last row of data; header_row when there is none
  std::vector<std::string> headers;
  Format header;

  [[nodiscard]] int last_column() const {
    return first_column + static_cast<int>(headers.size()) - 1;
  }
};

}  // namespace metodaktiv::workbook
