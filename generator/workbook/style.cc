#include "workbook/style.h"

#include <utility>

namespace metodaktiv::workbook {

Style Style::framed(Line line, Rgb color_of_line) const {
  Style result = *this;
  result.top = result.bottom = result.left = result.right = line;
  result.line_color = color_of_line;
  return result;
}

Style Style::with_fill(Rgb fill_color) const {
  Style result = *this;
  result.fill = fill_color;
  return result;
}

Style Style::with_number(std::string format) const {
  Style result = *this;
  result.number_format = std::move(format);
  return result;
}

}  // namespace metodaktiv::workbook
