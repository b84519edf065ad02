#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/disk.h"
#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::base {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& path, int error) {
  throw Failure(fmt::format("{} «{}»: {}.", what, path.string(), system_error_text(error)));
}

}  // namespace

std::string system_error_text(int error_number) {
  switch (error_number) {
    case ENOENT:
      return "нет такого файла или папки";
    case EACCES:
    case EPERM:
      return "нет прав доступа";
    case EISDIR:
      return "это папка, а не файл";
    case ENOTDIR:
      return "часть пути — не папка";
    case ENOSPC:
      return "на диске нет места";
    case EROFS:
      return "диск доступен только для чтения";
    case EDQUOT:
      return "исчерпана квота на диске";
    case EMFILE:
    case ENFILE:
      return "открыто слишком много файлов";
    case EFBIG:
      return "система не даёт файлу стать таким большим (ulimit -f)";
    case EBUSY:
    case ETXTBSY:
      return "занято другой программой";
    case ENOMEM:
      return "не хватило памяти";
    case EIO:
      return "ошибка чтения или записи диска";
    case EEXIST:
      return "уже существует";
    case ENAMETOOLONG:
      return "слишком длинное имя";
    case ELOOP:
      return "ссылки образуют круг";
    default:
      return fmt::format("системная ошибка {} ({})", error_number, std::strerror(error_number));
  }
}

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("Не удалось открыть файл", path, errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) fail("Не удалось прочитать файл", path, errno);
  if (S_ISDIR(info.st_mode)) fail("Не удалось прочитать файл", path, EISDIR);
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(std::max<off_t>(info.st_size, 0)));
  std::size_t done = 0;
  while (true) {
    if (done == bytes.size()) bytes.resize(bytes.size() + (info.st_size > 0 ? 1 : 65536));
    const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("Не удалось прочитать файл", path, errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path aside = path.string() + ".new";
  put_file(aside, bytes);
  try {
    flush_to_disk(aside);
  } catch (const Failure&) {
    ::unlink(aside.c_str());
    throw;
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(aside.c_str());
    fail("Не удалось заменить файл", path, error);
  }
}

void create_folders(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) fail("Не удалось создать папку", path, error.value());
}

std::vector<std::filesystem::path> list_files(const std::filesystem::path& folder,
                                              std::string_view suffix) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (!name.ends_with(suffix)) continue;
    if (it->is_regular_file(error)) files.push_back(it->path());
    // A link that leads nowhere is no file.
    if (error && error.value() != ENOENT) break;
  }
  if (error && error.value() != ENOENT) fail("Не удалось прочитать папку", folder, error.value());
  std::sort(files.begin(), files.end());
  return files;
}

bool is_device_name(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames = {"con", "prn", "aux", "nul"};
  const auto stem = to_lower(name.substr(0, name.find('.')));
  if (std::find(kNames.begin(), kNames.end(), stem) != kNames.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem[3] >= '1' && stem[3] <= '9';
}

}  // namespace metodaktiv::base
