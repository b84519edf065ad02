#include "release/site_path.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace metodaktiv::release {
namespace {

constexpr std::size_t kLongestPart = 200;

/// Zero-width, joining and direction-changing characters (U+061C, 200B–200F, 202A–202E, 2060–2069,
/// FEFF).
bool has_invisible(std::string_view part) {
  if (part.find("\xD8\x9C") != std::string_view::npos) return true;
  for (std::size_t i = 0; i + 2 < part.size(); ++i) {
    const auto lead = part.substr(i, 2);
    const auto last = static_cast<unsigned char>(part[i + 2]);
    if (lead == "\xE2\x80" && ((last >= 0x8B && last <= 0x8F) || (last >= 0xAA && last <= 0xAE)))
      return true;
    if (lead == "\xE2\x81" && last >= 0xA0 && last <= 0xA9) return true;
    if (lead == "\xEF\xBB" && last == 0xBF) return true;
  }
  return false;
}

bool is_good_part(std::string_view part) {
  constexpr std::string_view kRefused = "<>:\"|?*\\";
  if (part.empty() || part.size() > kLongestPart) return false;
  if (part.front() == '.' && part != ".htaccess") return false;
  if (part.back() == '.' || part.back() == ' ' || part.front() == ' ') return false;
  const bool characters = std::all_of(part.begin(), part.end(), [&](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F &&
           kRefused.find(c) == std::string_view::npos;
  });
  return characters && !base::is_device_name(part) && !has_invisible(part);
}

}  // namespace

bool is_site_path(std::string_view path) {
  const auto parts = base::split(path, '/');
  return !path.empty() && path.front() != '/' && path.back() != '/' && base::is_valid_utf8(path) &&
         std::all_of(parts.begin(), parts.end(), is_good_part);
}

void check_site_path(std::string_view path) {
  if (is_site_path(path)) return;
  throw base::Failure(
      fmt::format("Недопустимый путь файла сайта: «{}». Исправьте код или адрес, из которого он "
                  "составлен: латинские буквы, цифры и дефис, не длиннее {} знаков.",
                  path, kLongestPart));
}

void PathSet::add(std::string_view path) {
  const std::lock_guard lock(mutex_);
  const auto [it, added] = by_folded_.try_emplace(base::to_lower(path), path);
  if (added || it->second == path) return;
  throw base::Failure(
      fmt::format("Пути «{}» и «{}» отличаются только регистром букв: на Windows и macOS это один "
                  "файл. Измените один из кодов.",
                  it->second, path));
}

}  // namespace metodaktiv::release
