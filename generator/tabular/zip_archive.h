#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_file;

namespace metodaktiv::tabular {

/// The archive a workbook is. Opening it refuses (BadWorkbook) what is damaged, over the limits by
/// what the archive declares, encrypted, compressed in another way than deflate, or holds a part
/// twice: nothing has been unpacked by then.
class ZipArchive {
 public:
  explicit ZipArchive(const std::filesystem::path& file);

  /// The number of a part. Names compare without case, '/' in front or '\' for '/': writers differ.
  [[nodiscard]] std::optional<std::uint64_t> find(std::string_view name) const;

  /// Streams a part. BadWorkbook when it does not unpack, is longer or shorter than declared or
  /// fails its checksum: what came before must then not be used.
  class Part {
   public:
    /// Fills `out` with up to `size` bytes; 0 at the end, which is checked by then.
    std::size_t read(char* out, std::size_t size);

   private:
    friend class ZipArchive;
    struct Close {
      void operator()(zip_file* file) const;
    };
    std::unique_ptr<zip_file, Close> file_;
    std::string name_;
    std::uint64_t left_ = 0;  ///< declared bytes still to come
  };

  /// A part by its number; `name` is for messages.
  [[nodiscard]] Part open(std::uint64_t index, std::string_view name) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, std::uint64_t, std::less<>> parts_;
};

/// A part's name as find() compares it.
std::string comparable_part_name(std::string_view name);

}  // namespace metodaktiv::tabular
