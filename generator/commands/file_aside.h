#pragma once

#include <filesystem>

namespace metodaktiv::commands {

/// A new file while it is being made — a registry, a workbook —, under a name of its own beside
/// `file`: kept only when all went well, so that a failed command leaves no half-made file behind;
/// what a killed one left goes with the next.
class FileAside {
 public:
  explicit FileAside(const std::filesystem::path& file);
  ~FileAside();
  FileAside(const FileAside&) = delete;
  FileAside& operator=(const FileAside&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Who may read and write `other` may read and write this, and nobody else.
  void take_mode_of(const std::filesystem::path& other);
  /// Flushes the file to disk and gives it its final name. Failure when either cannot be done; a
  /// warning when only the folder cannot be flushed: the file stands then.
  void keep();

 private:
  std::filesystem::path file_, path_;
  int descriptor_ = -1;  ///< holds a lock: this file is in use
};

}  // namespace metodaktiv::commands
