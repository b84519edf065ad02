#include "forms/files_aside.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"

namespace metodaktiv::forms {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const fs::path& path) {
  throw base::Failure(
      fmt::format("{} «{}»: {}.", what, path.string(), base::system_error_text(errno)));
}

}  // namespace

FilesAside::FilesAside(std::vector<fs::path> targets) : targets_(std::move(targets)) {
  for (const auto& target : targets_) aside_.emplace_back(target.string() + ".new");
}

FilesAside::~FilesAside() {
  for (const auto& path : aside_) ::unlink(path.c_str());
}

void FilesAside::put_into_place() {
  for (const auto& path : aside_) base::flush_to_disk(path);
  for (const auto& target : targets_) {
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) {
      errno = EISDIR;
      fail("Не удалось заменить файл", target);
    }
  }
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    if (::rename(aside_[i].c_str(), targets_[i].c_str()) != 0)
      fail("Не удалось заменить файл", targets_[i]);
  }
}

}  // namespace metodaktiv::forms
