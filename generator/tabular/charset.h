#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace metodaktiv::tabular {

enum class Charset { kUtf8, kUtf16Le, kUtf16Be, kWindows1251, kCp866, kKoi8R };

/// The name a person knows: «UTF-8», «Windows-1251»…
std::string_view charset_title(Charset charset);
/// By title in any case, also «cp1251»; nullopt: unknown.
std::optional<Charset> charset_named(std::string_view name);

/// Guesses the charset of a text file: by its byte order mark, else UTF-8 when the bytes are
/// (nearly) well formed, else the Russian single-byte one
/// that its letters speak for. Fed with the whole file in pieces of any size.
class CharsetGuess {
 public:
  void add(std::string_view bytes);
  [[nodiscard]] Charset result() const;

 private:
  std::string head_;   ///< the first bytes, for the mark
  std::string carry_;  ///< a sequence cut by the end of the last piece
  std::uint64_t sequences_ = 0;
  std::uint64_t malformed_ = 0;
  std::array<std::uint64_t, 128> upper_{};  ///< how often each byte from 0x80 on occurs
};

/// Turns bytes of a charset into valid UTF-8, piece by piece. What cannot be decoded becomes
/// U+FFFD; a byte order mark at the start is dropped.
class Decoder {
 public:
  explicit Decoder(Charset charset) : charset_(charset) {}

  /// Appends the text of the next bytes to `out`; a character cut by their end waits for the next
  /// call.
  void decode(std::string_view bytes, std::string& out);
  /// Appends what an unfinished character at the end of the file leaves.
  void finish(std::string& out);

 private:
  void decode_utf8(std::string_view bytes, std::string& out);
  void decode_utf16(std::string_view bytes, std::string& out);
  void unit(char32_t value, std::string& out);
  void put(char32_t c, std::string& out);

  Charset charset_;
  std::string carry_;
  char32_t high_surrogate_ = 0;
  bool at_start_ = true;
};

}  // namespace metodaktiv::tabular
