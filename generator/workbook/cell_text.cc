#include "workbook/cell_text.h"

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::workbook {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >> 5 == 6) return 2;
  if (lead >> 4 == 14) return 3;
  if (lead >> 3 == 30) return 4;
  return 0;
}

/// XML 1.0 allows tab, line feed, carriage return and everything from the space on but U+FFFE,
/// U+FFFF.
bool is_allowed(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return lead >= 0x20 ? lead != 0x7F : lead == '\t' || lead == '\n';
  return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

}  // namespace

bool is_plain_cell_text(std::string_view text) {
  if (text.size() > kCellTextLimit) return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || byte == 0xEF) return false;
  }
  return text.find("_x") == std::string_view::npos && base::is_valid_utf8(text);
}

std::string cell_text(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(std::min(text.size(), 4 * limit));
  std::size_t units = 0;
  std::size_t cut = 0;  // where the ellipsis would go
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sequence_length(static_cast<unsigned char>(text[i]));
    std::string_view sequence = text.substr(i, std::max<std::size_t>(length, 1));
    if (length == 0 || sequence.size() < length || !base::is_valid_utf8(sequence)) {
      ++i;
      continue;
    }
    i += length;
    if (sequence == "\r") {
      if (i < text.size() && text[i] == '\n') continue;
      sequence = "\n";
    }
    if (!is_allowed(sequence)) continue;
    const std::size_t width = length == 4 ? 2 : 1;
    if (units + width > limit) {
      out.resize(cut);
      return out += kEllipsis;
    }
    out += sequence;
    units += width;
    if (units + 1 <= limit) cut = out.size();
  }
  return out;
}

std::string escape_coded_characters(std::string text) {
  const auto is_hex = [&](std::size_t i) {
    return std::string_view("0123456789abcdefABCDEF").find(text[i]) != std::string_view::npos;
  };
  for (std::size_t i = text.find("_x"); i != std::string::npos; i = text.find("_x", i + 1)) {
    if (i + 6 >= text.size() || text[i + 6] != '_') continue;
    if (!is_hex(i + 2) || !is_hex(i + 3) || !is_hex(i + 4) || !is_hex(i + 5)) continue;
    text.insert(i, "_x005F");
    i += 6;
  }
  return text;
}

bool fits_cell(std::string_view text, std::size_t limit) {
  if (text.size() <= limit && is_plain_cell_text(text)) return true;
  const std::string stored = escape_coded_characters(std::string(text));
  return cell_text(stored, limit) == stored;
}

std::string sheet_name(std::string_view text) {
  std::string name;
  for (const char c : cell_text(text)) {
    const bool forbidden = std::string_view("[]:*?/\\#\n\t").find(c) != std::string_view::npos;
    name += forbidden ? ' ' : c;
  }
  name = cell_text(base::trimmed(name), 31);
  while (name.starts_with('\'')) name.erase(0, 1);
  while (name.ends_with('\'')) name.pop_back();
  if (name.empty() || base::to_lower(name) == "history") name = "Лист";
  return name;
}

std::string quoted_sheet_name(std::string_view name) {
  std::string quoted = "'";
  for (const char c : name) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted += '\'';
}

}  // namespace metodaktiv::workbook
