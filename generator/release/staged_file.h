#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace metodaktiv::release {

struct StagedFile {
  std::uintmax_t size = 0;
  std::string sha256;

  friend bool operator==(const StagedFile&, const StagedFile&) = default;
};

/// Reads a file in pieces, so that its size does not matter. Failure names the file.
StagedFile staged_file(const std::filesystem::path& path);

/// Whether a plain file (no link) with this size and checksum stands there. Reads it only when the
/// size is right; never fails.
bool stands_as(const std::filesystem::path& path, const StagedFile& file);

}  // namespace metodaktiv::release
