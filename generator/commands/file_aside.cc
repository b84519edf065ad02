#include "commands/file_aside.h"

#include <system_error>

#include <fmt/format.h>

#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::commands {

namespace fs = std::filesystem;

FileAside::FileAside(const fs::path& file) : file_(file), path_(file.string() + ".new") { remove(); }

FileAside::~FileAside() { remove(); }

void FileAside::keep() {
  std::error_code error;
  fs::rename(path_, file_, error);
  if (error) {
    throw base::Failure(fmt::format("Не удалось сохранить реестр «{}»: {}.", file_.string(),
                                    base::system_error_text(error.value())));
  }
}

void FileAside::remove() const {
  std::error_code ignored;
  for (const auto* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path_.string() + suffix, ignored);
}

}  // namespace metodaktiv::commands
