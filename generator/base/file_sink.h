#pragma once

#include <filesystem>
#include <string_view>

namespace metodaktiv::base {

/// Where a build puts its files. Paths are relative with '/', without "..", unique within a build.
/// Implementations are safe to call from several threads.
class FileSink {
 public:
  virtual ~FileSink() = default;

  /// Adds a file with these bytes.
  virtual void write(std::string_view path, std::string_view bytes) = 0;

  /// For libraries that write a file themselves: returns a scratch file on the same file system, to
  /// be created by the caller; `adopt` then makes it the file at `path`.
  virtual std::filesystem::path scratch(std::string_view path) = 0;
  virtual void adopt(std::string_view path) = 0;
};

}  // namespace metodaktiv::base
