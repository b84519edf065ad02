#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::base {

/// Russian plural: plural(2, "методист", "методиста", "методистов") → "методиста".
std::string_view plural(std::int64_t n, std::string_view one, std::string_view few,
                        std::string_view many);
/// The number and the word: "1 234 методиста" (no-break spaces).
std::string counted(std::int64_t n, std::string_view one, std::string_view few,
                    std::string_view many);
/// 1234567 → "1 234 567" with no-break spaces; four digits stay together.
std::string grouped(std::int64_t n);

/// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view text);
/// Number of code points of valid UTF-8.
std::size_t length_utf8(std::string_view text);
/// Lower case of Latin and Cyrillic letters; other bytes unchanged.
std::string to_lower(std::string_view text);
/// For comparing what people type: lower case, ё→е, inner white space (no-break too) folded,
/// trimmed.
std::string folded(std::string_view text);
/// Whether the first sign is a capital letter (Latin or Cyrillic).
bool starts_with_capital(std::string_view text);
/// First letter upper case (Latin and Cyrillic).
std::string capitalized(std::string_view text);

/// Without spaces, tabs, line ends and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// Transliteration for file names and anchors: «Школа № 5» → "shkola-5". Result: [a-z0-9-]*, at
/// most `limit` bytes, never beginning or ending with '-'.
std::string slug(std::string_view text, std::size_t limit = 64);

/// «Иванова Анна Петровна» from parts; empty parts are skipped.
std::string full_name(std::string_view last, std::string_view first, std::string_view patronymic);

/// Text for a cell of a GitHub-flavoured Markdown table or a heading: markup characters escaped,
/// line ends and control characters turned into spaces, what is no UTF-8 left out, words of more
/// than a thousand bytes cut.
std::string escape_markdown(std::string_view text);

}  // namespace metodaktiv::base
