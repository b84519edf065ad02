#include "release/zip_file.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace metodaktiv::release {
namespace {

namespace fs = std::filesystem;

constexpr zip_uint32_t kBestCompression = 9;
constexpr zip_uint32_t kFileMode = 0100644U << 16U;  // a plain file, rw-r--r--

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

std::string reason(zip_error_t* error) {
  if (zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) != 0)
    return base::system_error_text(zip_error_code_system(error));
  return zip_error_strerror(error);
}

[[noreturn]] void fail(const fs::path& target, zip_error_t* error) {
  throw base::Failure(
      fmt::format("Не удалось записать архив «{}»: {}.", target.string(), reason(error)));
}

/// The date as ZIP entries carry it; the format counts from 1980.
zip_uint16_t dos_date(base::Date date) {
  const int year = std::max(date.year(), 1980) - 1980;
  return static_cast<zip_uint16_t>((year << 9) | static_cast<int>(date.month() << 5U) |
                                   static_cast<int>(date.day()));
}

void check_name(const std::string& name) {
  const auto parts = base::split(name, '/');
  const bool good = base::is_valid_utf8(name) &&
                    name.find_first_of(std::string_view("\\\0", 2)) == std::string::npos &&
                    std::all_of(parts.begin(), parts.end(), [](const auto& part) {
                      return !part.empty() && part != "." && part != "..";
                    });
  if (!good) throw base::Failure(fmt::format("Недопустимое имя файла в архиве: «{}».", name));
}

void add_entry(zip_t* archive, const fs::path& target, const ZipEntry& entry, base::Date date) {
  check_name(entry.name);
  // libzip would otherwise notice a missing file only when everything is written.
  std::error_code error;
  if (!fs::is_regular_file(entry.file, error)) {
    throw base::Failure(fmt::format("Не удалось положить в архив «{}» файл «{}»: его нет.",
                                    target.string(), entry.file.string()));
  }
  zip_source_t* source = zip_source_file(archive, entry.file.c_str(), 0, -1);
  if (source == nullptr) fail(target, zip_get_error(archive));
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail(target, zip_get_error(archive));
  }
  const auto at = static_cast<zip_uint64_t>(index);
  const bool done =
      zip_set_file_compression(archive, at, entry.compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                               entry.compress ? kBestCompression : 0) == 0 &&
      zip_file_set_dostime(archive, at, 0, dos_date(date), 0) == 0 &&
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, kFileMode) == 0;
  if (!done) fail(target, zip_get_error(archive));
}

/// The code point at `at` and its length in bytes; the text is valid UTF-8.
char32_t code_point(std::string_view text, std::size_t at, std::size_t& length) {
  const auto first = static_cast<unsigned char>(text[at]);
  length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i)
    code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  return code;
}

/// Marks of writing direction and other characters that take no place.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace

void write_zip(const fs::path& target, const std::vector<ZipEntry>& entries, base::Date date) {
  int code = 0;
  Archive archive(zip_open(target.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
  if (!archive) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = reason(&error);
    zip_error_fini(&error);
    throw base::Failure(fmt::format("Не удалось создать архив «{}»: {}.", target.string(), why));
  }
  for (const auto& entry : entries) add_entry(archive.get(), target, entry, date);
  if (zip_close(archive.get()) != 0) fail(target, zip_get_error(archive.get()));
  static_cast<void>(archive.release());  // closed
}

std::string portable_name(std::string_view text, std::size_t limit) {
  static constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  std::string name;
  std::size_t letters = 0;
  if (!base::is_valid_utf8(text)) text = {};
  for (std::size_t i = 0, length = 0; i < text.size() && letters < limit; i += length) {
    const char32_t c = code_point(text, i, length);
    if (is_invisible(c)) continue;
    const bool forbidden = length == 1 && kForbidden.find(text[i]) != std::string_view::npos;
    if (forbidden) {
      name += '-';
    } else if (c == 0xA0 || c == 0x202F) {
      name += ' ';
    } else {
      name += text.substr(i, length);
    }
    ++letters;
  }
  // Explorer drops dots and spaces at the end; a dot in front hides the name elsewhere.
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  name.erase(0, std::min(name.find_first_not_of(". "), name.size()));
  return name.empty() ? "-" : name;
}

}  // namespace metodaktiv::release
