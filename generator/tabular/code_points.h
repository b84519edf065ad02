#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace metodaktiv::tabular {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Length of the well-formed UTF-8 sequence at `i` (1–4); 0 when it is malformed, npos when the
/// text ends inside a sequence that is well-formed so far.
std::size_t utf8_sequence(std::string_view text, std::size_t i);

void append_utf8(std::string& out, char32_t c);

/// Code points of valid UTF-8.
std::u32string code_points(std::string_view utf8);

/// The first `limit` characters of valid UTF-8 on one line, for messages: control characters become
/// spaces, «…» stands where something was cut off.
std::string shortened(std::string_view utf8, std::size_t limit);

}  // namespace metodaktiv::tabular
