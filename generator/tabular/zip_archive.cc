#include "tabular/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "base/text.h"
#include "tabular/bad_workbook.h"
#include "tabular/code_points.h"
#include "tabular/limits.h"

namespace metodaktiv::tabular {
namespace {

constexpr std::string_view kDirectorySignature = "PK\x01\x02";
constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

/// Directory records in the raw file: libzip makes an object of each before anything can be asked.
std::uint64_t directory_records(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string window;
  std::array<char, 1 << 16> chunk{};
  std::uint64_t count = 0;
  while (in) {
    in.read(chunk.data(), chunk.size());
    window.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    std::size_t at = 0;
    while ((at = window.find(kDirectorySignature, at)) != std::string::npos) {
      ++count;
      at += kDirectorySignature.size();
    }
    if (window.size() > 3) window.erase(0, window.size() - 3);
  }
  return count;
}

std::string printable(std::string_view name) {
  std::string valid;
  for (const char32_t c : code_points(name)) append_utf8(valid, c);
  return shortened(valid, 80);
}

Problem too_many_entries() {
  return over_limit(fmt::format("в архиве больше {} частей", base::grouped(kMaxEntries)));
}

Problem unreadable(int error) {
  switch (error) {
    case ZIP_ER_NOZIP:
    case ZIP_ER_INCONS:
    case ZIP_ER_EOF:
    case ZIP_ER_SEEK:
      return damaged("файл обрывается или испорчен при передаче");
    default:
      return damaged("файл не раскрывается как книга Excel");
  }
}

/// BadWorkbook when the entry is made in a way that no workbook needs.
void check_entry(const zip_stat_t& entry) {
  constexpr zip_uint64_t kNeeded =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  const std::string name = printable(entry.name == nullptr ? "" : entry.name);
  if ((entry.valid & kNeeded) != kNeeded)
    throw BadWorkbook(damaged(fmt::format("о части «{}» ничего не известно", name)));
  if (entry.encryption_method != ZIP_EM_NONE)
    throw BadWorkbook(unsafe(fmt::format("часть «{}» зашифрована", name)));
  if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE)
    throw BadWorkbook(unsafe(fmt::format("часть «{}» сжата необычным способом", name)));
  if (entry.size > kMaxPartBytes) {
    throw BadWorkbook(over_limit(fmt::format("часть «{}» раскрывается больше чем в {} МБ", name,
                                             kMaxPartBytes / kMegabyte)));
  }
}

}  // namespace

std::string comparable_part_name(std::string_view name) {
  while (name.starts_with('/') || name.starts_with('\\')) name.remove_prefix(1);
  std::string out(name);
  for (char& c : out) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }
void ZipArchive::Part::Close::operator()(zip_file* file) const { zip_fclose(file); }

ZipArchive::ZipArchive(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::file_size(file, ignored) > kMaxWorkbookBytes) {
    throw BadWorkbook(over_limit(fmt::format("файл больше {} МБ", kMaxWorkbookBytes / kMegabyte)));
  }
  if (directory_records(file) > kMaxEntries) throw BadWorkbook(too_many_entries());

  int error = 0;
  archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, &error));
  if (!archive_) throw BadWorkbook(unreadable(error));
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0));
  if (count > kMaxEntries) throw BadWorkbook(too_many_entries());

  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t entry{};
    if (zip_stat_index(archive_.get(), i, ZIP_FL_ENC_RAW, &entry) != 0)
      throw BadWorkbook(unreadable(zip_error_code_zip(zip_get_error(archive_.get()))));
    check_entry(entry);
    total += entry.size;
    if (total > kMaxAllPartsBytes) {
      throw BadWorkbook(over_limit(fmt::format(
          "все её части вместе раскрываются больше чем в {} МБ", kMaxAllPartsBytes / kMegabyte)));
    }
    const std::string_view name = entry.name == nullptr ? "" : entry.name;
    if (name.ends_with('/') || name.ends_with('\\')) continue;  // a folder
    if (!parts_.emplace(comparable_part_name(name), i).second)
      throw BadWorkbook(unsafe(fmt::format("часть «{}» стоит в ней дважды", printable(name))));
  }
}

std::optional<std::uint64_t> ZipArchive::find(std::string_view name) const {
  const auto found = parts_.find(comparable_part_name(name));
  if (found == parts_.end()) return std::nullopt;
  return found->second;
}

ZipArchive::Part ZipArchive::open(std::uint64_t index, std::string_view name) const {
  Part part;
  part.name_ = printable(name);
  zip_stat_t entry{};
  if (zip_stat_index(archive_.get(), index, 0, &entry) == 0) {
    part.left_ = entry.size;
    part.file_.reset(zip_fopen_index(archive_.get(), index, 0));
  }
  if (!part.file_)
    throw BadWorkbook(damaged(fmt::format("не раскрывается её часть «{}»", part.name_)));
  return part;
}

std::size_t ZipArchive::Part::read(char* out, std::size_t size) {
  // libzip compares size and checksum when it reaches the end.
  const zip_int64_t got = zip_fread(file_.get(), out, size);
  if (got < 0) {
    if (zip_error_code_zip(zip_file_get_error(file_.get())) == ZIP_ER_CRC)
      throw BadWorkbook(damaged(fmt::format("не сходится контрольная сумма её части «{}»", name_)));
    throw BadWorkbook(
        damaged(fmt::format("её часть «{}» обрывается или раскрывается с ошибкой", name_)));
  }
  const auto count = static_cast<std::uint64_t>(got);
  if (count > left_ || (count == 0 && left_ > 0)) {
    throw BadWorkbook(
        damaged(fmt::format("размер её части «{}» не тот, что в ней записан", name_)));
  }
  left_ -= count;
  return static_cast<std::size_t>(count);
}

}  // namespace metodaktiv::tabular
