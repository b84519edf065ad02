#include "commands/file_aside.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRandom = "XXXXXX";

std::string prefix_of(const fs::path& file) {
  return fmt::format(".{}.metodaktiv-", file.filename().string());
}

/// What a new file of this process may be (umask).
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// The file itself and what SQLite may have put beside it.
void remove_all_of(const fs::path& path) {
  static constexpr std::array<std::string_view, 4> kSuffixes = {"-journal", "-wal", "-shm", ""};
  std::error_code ignored;
  for (const auto suffix : kSuffixes) fs::remove(path.string() + std::string(suffix), ignored);
}

/// Removes what a killed run left: files of that pattern that nobody holds.
void remove_left(const fs::path& folder, const fs::path& file) {
  const auto prefix = prefix_of(file);
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto name = at->path().filename().string();
    if (!name.starts_with(prefix) || name.size() != prefix.size() + kRandom.size()) continue;
    const int held = ::open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (held < 0) continue;
    if (::flock(held, LOCK_EX | LOCK_NB) == 0) remove_all_of(at->path());
    ::close(held);
  }
}

/// Whether `name` is the open file's; Failure, and no such file, when the system cannot tell.
bool is_still_named(int descriptor, const std::string& name) {
  struct stat held {};
  struct stat named {};
  if (::fstat(descriptor, &held) == 0) {
    if (::stat(name.c_str(), &named) == 0) return held.st_ino == named.st_ino;
    if (errno == ENOENT) return false;
  }
  const int error = errno;
  ::unlink(name.c_str());
  ::close(descriptor);
  throw base::Failure(
      fmt::format("Не удалось создать файл «{}»: {}.", name, base::system_error_text(error)));
}

}  // namespace

FileAside::FileAside(const fs::path& file) : file_(file) {
  const fs::path folder = fs::absolute(file).parent_path();
  if (!fs::is_directory(folder)) {
    throw base::Failure(
        fmt::format("Нет папки «{}». Создайте её или укажите другое место.", folder.string()));
  }
  remove_left(folder, file);
  while (true) {
    std::string pattern = (folder / fmt::format("{}{}", prefix_of(file), kRandom)).string();
    descriptor_ = ::mkstemp(pattern.data());
    if (descriptor_ < 0) {
      throw base::Failure(fmt::format("Не удалось создать файл в папке «{}»: {}.", folder.string(),
                                      base::system_error_text(errno)));
    }
    path_ = pattern;
    ::fcntl(descriptor_, F_SETFD, FD_CLOEXEC);
    ::fchmod(descriptor_, usual_mode());
    ::flock(descriptor_, LOCK_SH | LOCK_NB);
    // Between the two calls another run may have taken it for a left one.
    if (is_still_named(descriptor_, pattern)) return;
    ::close(descriptor_);
  }
}

FileAside::~FileAside() {
  if (!path_.empty()) remove_all_of(path_);
  ::close(descriptor_);
}

void FileAside::take_mode_of(const fs::path& other) {
  struct stat info {};
  if (::stat(other.c_str(), &info) == 0) ::fchmod(descriptor_, info.st_mode & 0777U);
}

void FileAside::keep() {
  base::flush_to_disk(path_);
  std::error_code error;
  fs::rename(path_, file_, error);
  if (error) {
    throw base::Failure(fmt::format("Не удалось сохранить файл «{}»: {}.", file_.string(),
                                    base::system_error_text(error.value())));
  }
  path_.clear();
  try {
    base::flush_to_disk(fs::absolute(file_).parent_path());
  } catch (const base::Failure& failure) {
    fmt::print(stderr,
               "Внимание: файл «{}» сохранён, но система не подтвердила, что он записан на диск. "
               "{}\n",
               file_.string(), failure.what());
  }
}

}  // namespace metodaktiv::commands
