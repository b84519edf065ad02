#pragma once

#include <filesystem>

namespace metodaktiv::commands {

/// A new file while it is being made — a registry, a workbook —, under a name of its own beside
/// `file`: kept only when all went well, so that a failed command leaves no half-made file behind.
class FileAside {
 public:
  explicit FileAside(const std::filesystem::path& file);
  ~FileAside();
  FileAside(const FileAside&) = delete;
  FileAside& operator=(const FileAside&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Gives the file its final name. Failure when it cannot be renamed.
  void keep();

 private:
  void remove() const;
  std::filesystem::path file_, path_;
};

}  // namespace metodaktiv::commands
