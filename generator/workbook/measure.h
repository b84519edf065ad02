#pragma once

#include <string_view>

#include "workbook/style.h"

namespace metodaktiv::workbook {

/// Width of one line of text in column units (digits of the default font), without cell padding.
double text_width(std::string_view text, const Style& style);

/// Column width in which the longest line of the text fits, cell padding included.
double fitting_width(std::string_view text, const Style& style);

/// Column width in which the longest word fits, so that no word is broken.
double widest_word_width(std::string_view text, const Style& style);

/// Lines the text takes when wrapped by words in a column of this width; at least 1.
int wrapped_lines(std::string_view text, double column_width, const Style& style);

/// Row height in points for that many lines.
double height_of_lines(int lines, const Style& style);

/// Row height in points for this text in a column of this width.
double fitting_height(std::string_view text, double column_width, const Style& style);

}  // namespace metodaktiv::workbook
