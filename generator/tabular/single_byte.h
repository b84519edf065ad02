#pragma once

#include <array>
#include <cstdint>

#include "tabular/charset.h"

namespace metodaktiv::tabular {

/// The character of a byte in windows-1251, cp866 or koi8-r; U+FFFD where the charset has none, or
/// only a line-drawing sign, which no table of words holds.
char32_t from_single_byte(Charset charset, unsigned char byte);

/// Which of the Russian single-byte charsets a text is in, by how often its letters occur in
/// Russian: `counts` are the bytes 0x80–0xFF. Windows-1251 when nothing tells.
Charset guess_single_byte(const std::array<std::uint64_t, 128>& counts);

}  // namespace metodaktiv::tabular
