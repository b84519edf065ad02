#include "base/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::base {
namespace {

constexpr unsigned kRenameExchange = 2;  // RENAME_EXCHANGE of linux/fs.h

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path, int error) {
  throw Failure(fmt::format("{} «{}»: {}.", what, path.string(), system_error_text(error)));
}

}  // namespace

void put_file(const std::filesystem::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) fail("Не удалось создать файл", path, errno);
  int error = 0;
  while (!bytes.empty() && error == 0) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0) return;
  ::unlink(path.c_str());
  fail("Не удалось записать файл", path, error);
}

void flush_to_disk(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail("Не удалось открыть", path, errno);
  const bool flushed = ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (!flushed) fail("Не удалось записать на диск", path, error);
}

int swap_names(const std::filesystem::path& one, const std::filesystem::path& other) {
  const long swapped =
      ::syscall(SYS_renameat2, AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), kRenameExchange);
  return swapped == 0 ? 0 : errno;
}

bool cannot_swap(int error) { return error == EINVAL || error == ENOSYS; }

bool stands(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return false;
  if (error) fail("Не удалось узнать, есть ли файл", path, error.value());
  return true;
}

}  // namespace metodaktiv::base
