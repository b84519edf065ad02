#pragma once

#include <filesystem>
#include <vector>

namespace metodaktiv::forms {

/// Files of one folder that are written beside their places and put there together. What is not put
/// into place is removed again.
class FilesAside {
 public:
  explicit FilesAside(std::vector<std::filesystem::path> targets);
  ~FilesAside();
  FilesAside(const FilesAside&) = delete;
  FilesAside& operator=(const FilesAside&) = delete;

  /// Where to write the file with this index.
  [[nodiscard]] const std::filesystem::path& aside(std::size_t index) const {
    return aside_[index];
  }
  /// Flushes all files to disk, then renames them. Failure names the file.
  void put_into_place();

 private:
  std::vector<std::filesystem::path> targets_, aside_;
};

}  // namespace metodaktiv::forms
