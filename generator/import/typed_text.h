#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::import {

/// A number as people type it → "-1234.5": decimal comma or point, spaces (no-break too) between
/// groups of three digits, a typographic minus. At most 15 digits; no exponent, no words. nullopt:
/// not a number.
std::optional<std::string> canonical_number(std::string_view text);

/// 1/0, да/нет, true/false, истина/ложь in any case. nullopt: none of them.
std::optional<bool> read_boolean(std::string_view text);

/// `[a-z0-9][a-z0-9-]{0,63}`.
bool is_code(std::string_view text);

/// http(s)://host… without spaces, quotes, angle brackets.
bool is_web_address(std::string_view text);

/// name@domain.zone without spaces, brackets, quotes.
bool is_email(std::string_view text);

/// Why a text is no date: a wrong day, a year out of range, or another notation; the remedy goes
/// with it.
std::string date_fault(std::string_view text);

enum class Fault { kNone, kUndecodable, kControl };
/// Looks for U+FFFD (bytes that could not be decoded) and for control characters other than tab and
/// line feed.
Fault text_fault(std::string_view text);

/// CRLF and lone CR → LF.
std::string with_plain_line_ends(std::string_view text);

}  // namespace metodaktiv::import
