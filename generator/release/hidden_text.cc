#include "release/hidden_text.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>

namespace metodaktiv::release {
namespace {

using Visit = std::function<void(const std::string&, std::string_view)>;

constexpr std::size_t kMostOfPart = 64U << 20U;
constexpr std::size_t kShortestBase64 = 16;
constexpr int kArchivesDeep = 2;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& text, std::uint32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | (code >> 12 & 0x0F));
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::string without_percents(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool escape = bytes[i] == '%' && i + 2 < bytes.size() && hex_digit(bytes[i + 1]) >= 0 &&
                        hex_digit(bytes[i + 2]) >= 0;
    text += escape ? static_cast<char>(hex_digit(bytes[i + 1]) * 16 + hex_digit(bytes[i + 2]))
                   : bytes[i];
    if (escape) i += 2;
  }
  return text;
}

/// «&#1048;», «&#x418;».
std::optional<std::uint32_t> reference_at(std::string_view bytes, std::size_t i,
                                          std::size_t& length) {
  if (bytes.substr(i, 2) != "&#") return std::nullopt;
  const bool hex = i + 2 < bytes.size() && (bytes[i + 2] == 'x' || bytes[i + 2] == 'X');
  const char* first = bytes.data() + i + (hex ? 3 : 2);
  const char* last = bytes.data() + std::min(bytes.size(), i + 10);
  std::uint32_t code = 0;
  if (first >= last) return std::nullopt;
  const auto [end, error] = std::from_chars(first, last, code, hex ? 16 : 10);
  if (error != std::errc{} || code > 0xFFFF) return std::nullopt;
  length = static_cast<std::size_t>(end - bytes.data()) - i;
  if (end != last && *end == ';') ++length;
  return code;
}

/// «\u0418».
std::optional<std::uint32_t> escape_at(std::string_view bytes, std::size_t i, std::size_t& length) {
  if (bytes.substr(i, 2) != "\\u" || i + 6 > bytes.size()) return std::nullopt;
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(bytes.data() + i + 2, bytes.data() + i + 6, code, 16);
  if (error != std::errc{} || end != bytes.data() + i + 6) return std::nullopt;
  length = 6;
  return code;
}

/// The text with every escape that begins with `lead` and that `at` knows replaced by its letter.
template <typename At>
std::string decoded(std::string_view bytes, std::string_view lead, At at) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const auto next = std::min(bytes.find(lead, i), bytes.size());
    text += bytes.substr(i, next - i);
    i = next;
    if (i == bytes.size()) break;
    std::size_t length = 0;
    if (const auto code = at(bytes, i, length)) {
      append_utf8(text, *code);
      i += length;
    } else {
      text += bytes[i++];
    }
  }
  return text;
}

constexpr int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

/// Text in base64 has capitals all over; paths and words have not.
bool may_be_base64(std::string_view run) {
  const auto capitals =
      std::count_if(run.begin(), run.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return run.size() >= kShortestBase64 && capitals * 6 >= static_cast<std::ptrdiff_t>(run.size());
}

std::string from_base64(std::string_view run) {
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : run) {
    bits = bits << 6 | static_cast<std::uint32_t>(base64_digit(c));
    count += 6;
    if (count >= 8) text += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return text;
}

/// Bytes that are Latin or Cyrillic text; what else UTF-8 has is rare enough to be left out.
std::size_t readable_bytes(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if ((c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t') ++count;
    const bool letter = (c == '\xD0' || c == '\xD1') && i + 1 < bytes.size() &&
                        (static_cast<unsigned char>(bytes[i + 1]) & 0xC0) == 0x80;
    if (letter) {
      count += 2;
      ++i;
    }
  }
  return count;
}

/// The texts among the base64 runs, one per line, whatever the run begins with.
std::string behind_base64(std::string_view bytes) {
  static constexpr auto kIsDigit = [] {
    std::array<bool, 256> is{};
    for (int c = 0; c < 256; ++c)
      is[static_cast<std::size_t>(c)] = base64_digit(static_cast<char>(c)) >= 0;
    return is;
  }();
  const auto is_digit = [&](std::size_t i) {
    return kIsDigit[static_cast<unsigned char>(bytes[i])];
  };
  std::string text;
  for (std::size_t begin = 0; begin < bytes.size();) {
    std::size_t end = begin;
    while (end < bytes.size() && is_digit(end)) ++end;
    const auto run = bytes.substr(begin, end - begin);
    for (std::size_t shift = 0; may_be_base64(run) && shift < 4; ++shift) {
      const auto decoded_run = from_base64(run.substr(shift));
      const auto cyrillic = std::count_if(decoded_run.begin(), decoded_run.end(),
                                          [](char c) { return c == '\xD0' || c == '\xD1'; });
      if (cyrillic * 4 >= static_cast<std::ptrdiff_t>(decoded_run.size()) ||
          readable_bytes(decoded_run) * 10 >= decoded_run.size() * 9)
        text += decoded_run + '\n';
    }
    begin = end + 1;
  }
  return text;
}

std::string from_utf16(std::string_view bytes, std::size_t offset, bool big_endian) {
  std::string text;
  for (std::size_t i = offset; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    append_utf8(text, big_endian ? first << 8U | second : second << 8U | first);
  }
  return text;
}

/// Cyrillic in UTF-16 has 04 in every other byte.
bool may_be_utf16(std::string_view bytes) {
  for (auto at = bytes.find('\x04'); at != std::string_view::npos;
       at = bytes.find('\x04', at + 1)) {
    if (at + 4 < bytes.size() && bytes[at + 2] == '\x04' && bytes[at + 4] == '\x04') return true;
  }
  return false;
}

void each_text(const std::string& form, std::string_view bytes, const Visit& visit) {
  visit(form, bytes);
  const auto has = [&](std::string_view what) {
    return bytes.find(what) != std::string_view::npos;
  };
  for (const auto* lead : {"%D0", "%D1", "%d0", "%d1", "%40"}) {
    if (!has(lead)) continue;
    visit(form, without_percents(bytes));
    break;
  }
  // Not for «&#39;», which every page has.
  for (const auto* lead : {"&#x", "&#X", "&#0", "&#1", "&#4", "&#5", "&#6", "&#7", "&#8", "&#9"}) {
    if (!has(lead)) continue;
    visit(form, decoded(bytes, "&#", reference_at));
    break;
  }
  if (has("\\u04")) visit(form, decoded(bytes, "\\u", escape_at));
  if (const auto text = behind_base64(bytes); !text.empty()) visit(form, text);
  if (may_be_utf16(bytes)) {
    for (const std::size_t offset : {0, 1}) {
      visit(form, from_utf16(bytes, offset, false));
      visit(form, from_utf16(bytes, offset, true));
    }
  }
}

void each_part(std::string_view bytes, const Visit& visit, int deep) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(opened, &zip_discard);
  for (zip_int64_t i = 0; archive && i < zip_get_num_entries(archive.get(), 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* raw_name = zip_get_name(archive.get(), index, ZIP_FL_ENC_GUESS);
    const std::string name = raw_name == nullptr ? "?" : raw_name;
    visit(name, name);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(archive.get(), index, 0), &zip_fclose);
    std::string part;
    char buffer[1 << 15];
    for (zip_int64_t count = 1; file && count > 0 && part.size() < kMostOfPart;) {
      count = zip_fread(file.get(), buffer, sizeof buffer);
      if (count > 0) part.append(buffer, static_cast<std::size_t>(count));
    }
    each_text(name, part, visit);
    if (deep > 1 && part.starts_with("PK")) each_part(part, visit, deep - 1);
  }
}

}  // namespace

void each_readable(std::string_view bytes, const Visit& visit) {
  each_text({}, bytes, visit);
  if (bytes.starts_with("PK")) each_part(bytes, visit, kArchivesDeep);
}

}  // namespace metodaktiv::release
