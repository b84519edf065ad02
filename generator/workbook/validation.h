#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace metodaktiv::workbook {

/// What a cell takes.
enum class ValidationKind {
  kAny,         ///< anything: only the input message is shown
  kList,        ///< one of `values`, or of the cells behind `list_name`
  kWhole,       ///< a whole number from `least` to `most`
  kDecimal,     ///< a number from `least` to `most`
  kDate,        ///< a day from `first` to `last`
  kTextLength,  ///< text of `least` to `most` characters
};

/// What the program does about anything else.
enum class OnInvalid {
  kStop,    ///< refuses it
  kWarn,    ///< asks whether to keep it
  kAccept,  ///< keeps it without a word: a list is then an offer
};

inline constexpr std::size_t kPromptTitleLimit = 32;  ///< UTF-16 units
inline constexpr std::size_t kPromptTextLimit = 255;
inline constexpr std::size_t kErrorTextLimit = 225;
inline constexpr std::size_t kInlineListLimit = 255;  ///< all values and the commas between them

/// A rule for the cells of a range. Titles and texts over their limits are cut behind an ellipsis.
struct Validation {
  ValidationKind kind = ValidationKind::kAny;
  std::string list_name;            ///< of Workbook::define_name
  std::vector<std::string> values;  ///< used when list_name is empty; without commas
  double least = 0, most = 0;
  base::Date first, last;
  OnInvalid on_invalid = OnInvalid::kStop;
  std::string input_title, input_text;  ///< shown beside the selected cell
  std::string error_title, error_text;
};

}  // namespace metodaktiv::workbook
