#include "tabular/rich_text.h"

#include <charconv>
#include <optional>

#include "base/text.h"
#include "tabular/code_points.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

static_assert(kMaxRawCellBytes == kMaxCellCharacters * 7);

constexpr std::size_t kEscapeLength = 7;  // _xHHHH_

/// The code unit of an escape that begins here.
std::optional<char32_t> escape_at(std::string_view raw, std::size_t at) {
  const std::string_view escape = raw.substr(at, kEscapeLength);
  if (escape.size() < kEscapeLength || !escape.starts_with("_x") || escape.back() != '_')
    return std::nullopt;
  unsigned value = 0;
  const char* end = escape.data() + kEscapeLength - 1;
  const auto [stop, error] = std::from_chars(escape.data() + 2, end, value, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

/// CR LF and lone CR become LF.
void fold_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[out++] = text[i] == '\r' ? '\n' : text[i];
  }
  text.resize(out);
}

}  // namespace

std::string plain_text(std::string_view raw) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = raw.find("_x"); at != std::string_view::npos; at = raw.find("_x", at)) {
    auto c = escape_at(raw, at);
    if (!c) {
      at += 2;
      continue;
    }
    out += raw.substr(copied, at - copied);
    at += kEscapeLength;
    if (is_high_surrogate(*c)) {
      const auto low = escape_at(raw, at);
      if (low && is_low_surrogate(*low)) {
        c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
        at += kEscapeLength;
      }
    }
    const bool no_character = *c == 0 || is_high_surrogate(*c) || is_low_surrogate(*c);
    append_utf8(out, no_character ? kReplacement : *c);
    copied = at;
  }
  out += raw.substr(copied);
  fold_line_ends(out);
  return out;
}

bool is_too_long(std::string_view text) {
  return text.size() > kMaxCellCharacters && base::length_utf8(text) > kMaxCellCharacters;
}

void RichText::clear() {
  raw_.clear();
  now_ = depth_;
  taken_ = 0;
  in_run_ = false;
  too_long_ = false;
}

void RichText::start(const XmlElement& element) {
  now_ = element.depth;
  if (element.space != XmlNamespace::kMain) return;
  if (element.depth == depth_ + 1) {
    in_run_ = element.name == "r";
    if (element.name == "t") taken_ = element.depth;
  } else if (element.depth == depth_ + 2 && in_run_ && element.name == "t") {
    taken_ = element.depth;
  }
}

void RichText::end(std::size_t depth) {
  now_ = depth - 1;
  if (taken_ == depth) taken_ = 0;
  if (depth == depth_ + 1) in_run_ = false;
}

void RichText::text(std::string_view text) {
  if (taken_ == 0 || taken_ != now_) return;
  const std::size_t room = kMaxRawCellBytes - raw_.size();
  too_long_ = too_long_ || text.size() > room;
  raw_ += text.substr(0, room);
}

std::string RichText::result() const { return plain_text(raw_); }

}  // namespace metodaktiv::tabular
