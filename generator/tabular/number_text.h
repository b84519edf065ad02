#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::tabular {

/// A number as a workbook stores it. The text is exact: whole numbers digit by digit, others the
/// shortest that reads back as the same value; never an exponent, no zeros that say nothing.
struct StoredNumber {
  double value = 0;
  std::string text;
};

/// "1E3" → "1000", "0.10" → "0.1", "-0" → "0", "12345678901234567890" as it is. nullopt for what is
/// no finite decimal number ("nan", "inf", "0x10", "1,5", "").
std::optional<StoredNumber> parse_stored_number(std::string_view text);

}  // namespace metodaktiv::tabular
