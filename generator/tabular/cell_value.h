#pragma once

#include <cstdint>
#include <string_view>

#include "tabular/cell.h"
#include "tabular/number_format.h"
#include "tabular/row_sink.h"
#include "tabular/shared_strings.h"

namespace metodaktiv::tabular {

/// How a cell says its value is written (its attribute «t»).
enum class StoredType : std::uint8_t {
  kNumber,
  kShared,
  kInline,
  kFormulaText,
  kBoolean,
  kError,
  kDate
};

/// By the attribute's text; unknown ones are read as text, so that nothing is lost.
StoredType stored_type(std::string_view attribute);

/// A cell's value as its <v> holds it (not for kInline).
struct StoredValue {
  StoredType type = StoredType::kNumber;
  FormatKind format = FormatKind::kNumber;
  std::string_view raw;
};

/// Makes `out` the cell that a stored value is; nothing in it, an empty text. BadWorkbook when it
/// refers to a shared text that is missing, or is longer than a cell may be.
void read_value(const StoredValue& value, const SharedStrings& strings, bool epoch_1904, Cell& out);

/// What is wrong with a cell longer than kMaxCellCharacters.
Problem cell_too_long();

/// Makes `out` a text cell. BadWorkbook when it is longer than a cell may be.
void set_text(std::string_view text, Cell& out);

}  // namespace metodaktiv::tabular
