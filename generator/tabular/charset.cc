#include "tabular/charset.h"

#include "base/text.h"
#include "tabular/code_points.h"
#include "tabular/single_byte.h"

namespace metodaktiv::tabular {
namespace {

std::size_t ascii_run(std::string_view bytes, std::size_t i) {
  std::size_t end = i;
  while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) < 0x80) ++end;
  return end - i;
}

}  // namespace

std::string_view charset_title(Charset charset) {
  switch (charset) {
    case Charset::kUtf8:
      return "UTF-8";
    case Charset::kUtf16Le:
    case Charset::kUtf16Be:
      return "UTF-16";
    case Charset::kWindows1251:
      return "Windows-1251";
    case Charset::kCp866:
      return "CP866";
    case Charset::kKoi8R:
      return "KOI8-R";
  }
  return {};
}

std::optional<Charset> charset_named(std::string_view name) {
  const auto wanted = base::to_lower(name);
  if (wanted == "utf-16" || wanted == "utf-16le") return Charset::kUtf16Le;
  if (wanted == "utf-16be") return Charset::kUtf16Be;
  if (wanted == "cp1251") return Charset::kWindows1251;
  for (const auto charset :
       {Charset::kUtf8, Charset::kWindows1251, Charset::kCp866, Charset::kKoi8R}) {
    if (wanted == base::to_lower(charset_title(charset))) return charset;
  }
  return std::nullopt;
}

void CharsetGuess::add(std::string_view bytes) {
  if (head_.size() < 3) head_ += bytes.substr(0, 3 - head_.size());
  for (const char byte : bytes) {
    if (const auto value = static_cast<unsigned char>(byte); value >= 0x80) ++upper_[value - 0x80U];
  }
  std::string joined;
  if (!carry_.empty()) {
    joined = carry_ + std::string(bytes);
    carry_.clear();
    bytes = joined;
  }
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes, i);
    if (i == bytes.size()) break;
    const std::size_t length = utf8_sequence(bytes, i);
    if (length == std::string_view::npos) {
      carry_ = bytes.substr(i);
      break;
    }
    ++(length == 0 ? malformed_ : sequences_);
    i += length == 0 ? 1 : length;
  }
}

Charset CharsetGuess::result() const {
  if (head_.starts_with("\xEF\xBB\xBF")) return Charset::kUtf8;
  if (head_.starts_with("\xFF\xFE")) return Charset::kUtf16Le;
  if (head_.starts_with("\xFE\xFF")) return Charset::kUtf16Be;
  // Russian text in a single-byte charset hardly ever makes a well-formed sequence: a few bad bytes
  // among many good sequences are damage in a UTF-8 file.
  const std::uint64_t malformed = malformed_ + (carry_.empty() ? 0 : 1);
  return malformed == 0 || sequences_ > malformed ? Charset::kUtf8 : guess_single_byte(upper_);
}

void Decoder::put(char32_t c, std::string& out) {
  if (!at_start_ || c != 0xFEFF) append_utf8(out, c);
  at_start_ = false;
}

void Decoder::decode(std::string_view bytes, std::string& out) {
  switch (charset_) {
    case Charset::kUtf8:
      decode_utf8(bytes, out);
      return;
    case Charset::kUtf16Le:
    case Charset::kUtf16Be:
      decode_utf16(bytes, out);
      return;
    case Charset::kWindows1251:
    case Charset::kCp866:
    case Charset::kKoi8R:
      for (const char byte : bytes)
        append_utf8(out, from_single_byte(charset_, static_cast<unsigned char>(byte)));
      return;
  }
}

void Decoder::decode_utf8(std::string_view bytes, std::string& out) {
  std::string joined;
  if (!carry_.empty()) {
    joined = carry_ + std::string(bytes);
    carry_.clear();
    bytes = joined;
  }
  if (at_start_) {
    if (bytes.size() < 3 && std::string_view("\xEF\xBB\xBF").starts_with(bytes)) {
      carry_ = bytes;
      return;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    at_start_ = false;
  }
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes, i);
    if (i == bytes.size()) break;
    const std::size_t length = utf8_sequence(bytes, i);
    if (length == std::string_view::npos) {
      carry_ = bytes.substr(i);
      bytes = bytes.substr(0, i);
      break;
    }
    if (length == 0) {
      out += bytes.substr(copied, i - copied);
      append_utf8(out, kReplacement);
      copied = ++i;
      continue;
    }
    i += length;
  }
  out += bytes.substr(copied);
}

void Decoder::unit(char32_t value, std::string& out) {
  const bool high = value >= 0xD800 && value < 0xDC00;
  const bool low = value >= 0xDC00 && value < 0xE000;
  if (high_surrogate_ != 0) {
    const char32_t lead = high_surrogate_;
    high_surrogate_ = 0;
    if (low) {
      put(0x10000 + ((lead - 0xD800) << 10) + (value - 0xDC00), out);
      return;
    }
    put(kReplacement, out);
  }
  if (high) {
    high_surrogate_ = value;
  } else {
    put(low ? kReplacement : value, out);
  }
}

void Decoder::decode_utf16(std::string_view bytes, std::string& out) {
  const bool little = charset_ == Charset::kUtf16Le;
  for (const char byte : bytes) {
    if (carry_.empty()) {
      carry_ = byte;
      continue;
    }
    const auto first = static_cast<unsigned char>(carry_[0]);
    const auto second = static_cast<unsigned char>(byte);
    carry_.clear();
    unit(little ? char32_t{first} | char32_t{second} << 8 : char32_t{first} << 8 | char32_t{second},
         out);
  }
}

void Decoder::finish(std::string& out) {
  if (high_surrogate_ != 0 || !carry_.empty()) append_utf8(out, kReplacement);
  high_surrogate_ = 0;
  carry_.clear();
}

}  // namespace metodaktiv::tabular
