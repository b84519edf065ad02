#include "commands/file_aside.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::commands {

namespace fs = std::filesystem;

FileAside::FileAside(const fs::path& file) : file_(file) {
  const fs::path folder = fs::absolute(file).parent_path();
  if (!fs::is_directory(folder)) {
    throw base::Failure(
        fmt::format("Нет папки «{}». Создайте её или укажите другое место.", folder.string()));
  }
  std::string pattern = (folder / fmt::format(".{}.XXXXXX", file.filename().string())).string();
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) {
    throw base::Failure(fmt::format("Не удалось создать файл в папке «{}»: {}.", folder.string(),
                                    base::system_error_text(errno)));
  }
  ::fchmod(descriptor, 0644);
  ::close(descriptor);
  path_ = pattern;
}

FileAside::~FileAside() { remove(); }

void FileAside::keep() {
  std::error_code error;
  fs::rename(path_, file_, error);
  if (error) {
    throw base::Failure(fmt::format("Не удалось сохранить файл «{}»: {}.", file_.string(),
                                    base::system_error_text(error.value())));
  }
}

void FileAside::remove() const {
  std::error_code ignored;
  for (const auto* suffix : {"", "-journal", "-wal", "-shm"})
    fs::remove(path_.string() + suffix, ignored);
}

}  // namespace metodaktiv::commands
