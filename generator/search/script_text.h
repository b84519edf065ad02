#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// How the index is written down: docs/search.md, "Files".
namespace metodaktiv::search {

/// 64 signs that need no escape in a script and no second byte.
inline constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends `value`: five bits a sign, low ones first, the sixth bit says that another sign follows.
void append_number(std::string& out, std::uint32_t value);

/// Appends a string literal that is valid in JSON and in every version of JavaScript and cannot
/// end a <script> element. Bytes that are not UTF-8 become U+FFFD.
void append_literal(std::string& out, std::string_view text);
std::string literal(std::string_view text);

/// Front coding of a sorted list: how many letters are those of the word before (a sign of
/// kDigits), then the others. Words of the list have no spaces and
/// at most kLongestWord letters.
class FrontCoder {
 public:
  /// Text to append for `word`, with a space before it unless it is the first.
  std::string next(std::string_view word);

 private:
  std::string before_;
  bool first_ = true;
};

}  // namespace metodaktiv::search
