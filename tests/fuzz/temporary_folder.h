#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace metodaktiv::fuzz {

/// A folder of its own, in memory where there is room for files; gone when the process ends
/// normally.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    const char* wanted = std::getenv("TMPDIR");
    std::error_code error;
    std::string name = wanted != nullptr                                  ? std::string(wanted)
                       : std::filesystem::is_directory("/dev/shm", error) ? "/dev/shm"
                                                                          : "/tmp";
    name += "/metodaktiv-fuzz.XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void write(const std::filesystem::path& name, std::string_view bytes) const {
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) std::abort();
  }

 private:
  std::filesystem::path path_;
};

}  // namespace metodaktiv::fuzz
