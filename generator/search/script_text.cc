#include "search/script_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::search {
namespace {

/// Bytes of the well-formed sequence that starts at `at`; 0 when there is none.
std::size_t sequence_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const auto sequence = text.substr(at, length);
  return sequence.size() == length && base::is_valid_utf8(sequence) ? length : 0;
}

}  // namespace

void append_number(std::string& out, std::uint32_t value) {
  while (value >= 32) {
    out += kDigits[32 + (value & 31)];
    value >>= 5;
  }
  out += kDigits[value];
}

void append_literal(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto length = sequence_at(text, at);
    const auto sequence = text.substr(at, std::max<std::size_t>(length, 1));
    at += sequence.size();
    const auto byte = static_cast<unsigned char>(sequence.front());
    if (length == 0) {
      out += "\uFFFD";
    } else if (sequence == "\"" || sequence == "\\") {
      out += '\\';
      out += sequence;
    } else if (byte < 0x20 || sequence == "<" || byte == 0x7F) {
      out += fmt::format("\\u{:04x}", byte);
    } else if (sequence == "\u2028" || sequence == "\u2029") {
      out += sequence == "\u2028" ? "\\u2028" : "\\u2029";
    } else {
      out += sequence;
    }
  }
  out += '"';
}

std::string literal(std::string_view text) {
  std::string out;
  append_literal(out, text);
  return out;
}

std::string FrontCoder::next(std::string_view word) {
  const auto shortest = std::min(word.size(), before_.size());
  std::size_t bytes = 0;
  while (bytes < shortest && word[bytes] == before_[bytes]) ++bytes;
  const auto continues = [&](std::size_t i) {
    return i < word.size() && (static_cast<unsigned char>(word[i]) & 0xC0) == 0x80;
  };
  while (bytes > 0 && continues(bytes)) --bytes;
  std::string out(first_ ? "" : " ");
  out += kDigits[base::length_utf8(word.substr(0, bytes))];
  out += word.substr(bytes);
  before_ = word;
  first_ = false;
  return out;
}

}  // namespace metodaktiv::search
