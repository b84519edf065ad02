#include "release/staged_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "release/sha256.h"

namespace metodaktiv::release {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18U;

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw base::Failure(fmt::format("Не удалось прочитать файл «{}»: {}.", path.string(),
                                  base::system_error_text(error)));
}

}  // namespace

StagedFile staged_file(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) fail(path, errno);
  StagedFile file;
  Sha256 hash;
  std::vector<char> piece(kPiece);
  int error = 0;
  while (error == 0) {
    const ssize_t got = ::read(fd, piece.data(), piece.size());
    if (got == 0) break;
    if (got > 0) {
      hash.add({piece.data(), static_cast<std::size_t>(got)});
      file.size += static_cast<std::uintmax_t>(got);
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  ::close(fd);
  if (error != 0) fail(path, error);
  file.sha256 = hash.finish();
  return file;
}

bool stands_as(const std::filesystem::path& path, const StagedFile& file) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) ||
      static_cast<std::uintmax_t>(info.st_size) != file.size) {
    return false;
  }
  try {
    return staged_file(path) == file;
  } catch (const base::Failure&) {
    return false;
  }
}

}  // namespace metodaktiv::release
