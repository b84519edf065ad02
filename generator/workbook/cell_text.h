#pragma once

#include <string>
#include <string_view>

namespace metodaktiv::workbook {

/// The longest text Excel takes in one cell, in UTF-16 units.
inline constexpr std::size_t kCellTextLimit = 32767;

/// Text as it may stand in a cell: malformed UTF-8 and characters that XML 1.0 forbids are dropped,
/// line ends become LF, and what exceeds `limit` UTF-16 units is cut off behind an ellipsis.
std::string cell_text(std::string_view text, std::size_t limit = kCellTextLimit);

/// True when cell_text and escape_coded_characters would give the same bytes back; costs one pass
/// and no memory.
bool is_plain_cell_text(std::string_view text);

/// Excel reads `_x0041_` inside stored text as the letter A: such a text has its underscore
/// escaped, so that it reads as it was written.
std::string escape_coded_characters(std::string text);

/// True when a cell of at most `limit` UTF-16 units gives the text back as it is.
bool fits_cell(std::string_view text, std::size_t limit = kCellTextLimit);

/// A sheet name Excel accepts: at most 31 characters, none of []:*?/\, no apostrophe at the ends,
/// not empty and not the reserved "History"; and no #, at which libxlsxwriter cuts links.
std::string sheet_name(std::string_view text);

/// The name as formulas and links write it: 'Лист «А»'.
std::string quoted_sheet_name(std::string_view name);

}  // namespace metodaktiv::workbook
