#include "site/xml_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::site {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::size_t length_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// The next character, or U+FFFD for a byte that begins none; `text` moves on behind it.
std::string_view take_character(std::string_view& text) {
  const auto character = text.substr(0, length_of(text.front()));
  if (!base::is_valid_utf8(character)) {
    text.remove_prefix(1);
    return kReplacement;
  }
  text.remove_prefix(character.size());
  return character;
}

bool is_control(std::string_view character) {
  if (character.size() == 1) {
    const auto byte = static_cast<unsigned char>(character.front());
    return byte < 0x20 || byte == 0x7F;
  }
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF" ||
         (character >= "\xC2\x80" && character <= "\xC2\x9F");
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto character = take_character(text);
    if (character == "&") {
      out += "&amp;";
    } else if (character == "<") {
      out += "&lt;";
    } else if (character == ">") {
      out += "&gt;";
    } else if (character == "\"") {
      out += "&quot;";
    } else if (character == "\n" || character == "\t" || !is_control(character)) {
      out += character;
    }
  }
  return out;
}

std::string single_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto character = take_character(text);
    const bool space =
        character == " " || character == "\n" || character == "\r" || character == "\t";
    if (space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!is_control(character)) {
      out += character;
    }
  }
  return std::string(base::trimmed(out));
}

std::string absolute_url(std::string_view base_url, std::string_view path) {
  std::string out(base_url);
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool encode = byte <= 0x20 || byte >= 0x7F ||
                        std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    if (encode) {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

std::string root_path(std::string_view base_url) {
  const auto host = base_url.find("://");
  const auto path = base_url.find('/', host == std::string_view::npos ? 0 : host + 3);
  return path == std::string_view::npos ? "/" : absolute_url({}, base_url.substr(path));
}

}  // namespace metodaktiv::site
