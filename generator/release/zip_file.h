#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace metodaktiv::release {

/// A file on its way into a ZIP.
struct ZipEntry {
  std::string name;  ///< UTF-8, with '/' between folders
  std::filesystem::path file;
  bool compress = true;  ///< false: stored, for what is compressed already
};

/// Writes the files into a new ZIP at `target`, in the given order, streaming. The bytes depend on
/// names, contents and `date` alone: every entry carries that date and the same attributes. Names
/// outside ASCII are marked as UTF-8 (bit 11), as Windows needs it. Failure names what could not be
/// read or written; nothing is left at `target` then.
void write_zip(const std::filesystem::path& target, const std::vector<ZipEntry>& entries,
               base::Date date);

/// A name that people read, made fit for a folder or a file on Windows, macOS and Linux: without
/// separators, control and invisible characters, at most `limit` letters, never empty.
std::string portable_name(std::string_view text, std::size_t limit = 80);

}  // namespace metodaktiv::release
