#pragma once

#include <cstdint>
#include <string_view>

namespace metodaktiv::tabular {

/// What a number format makes of a number.
enum class FormatKind : std::uint8_t {
  kNumber,
  kDate,     ///< shows a day, perhaps with a time
  kTime,     ///< shows a time of day only
  kElapsed,  ///< shows hours, minutes or seconds beyond a day: [h]:mm
};

/// By a format code: the first section counts; quoted and escaped characters, padding, colours,
/// conditions and locales ([Red], [>=100], [$-419]) say nothing.
FormatKind format_kind(std::string_view code);

/// By the number of a format that every workbook knows without a code.
FormatKind builtin_format_kind(std::uint32_t id);

}  // namespace metodaktiv::tabular
