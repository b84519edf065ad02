#include "release/staging.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/disk.h"
#include "base/error.h"
#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"
#include "release/sha256.h"
#include "release/site_path.h"

namespace metodaktiv::release {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view what, const fs::path& path, int error) {
  throw base::Failure(
      fmt::format("{} «{}»: {}.", what, path.string(), base::system_error_text(error)));
}

bool is_build_entry(const std::string& name) {
  static constexpr std::array<std::string_view, 4> kOwn = {"public", "reports", "hosting",
                                                           "manifest.json"};
  return std::find(kOwn.begin(), kOwn.end(), name) != kOwn.end();
}

/// True for the manifest of a former build.
bool is_own_manifest(const fs::path& path) {
  std::error_code error;
  return base::stands(path) && fs::is_regular_file(path, error) &&
         base::read_file(path).substr(0, 200).find("\"program\": \"metodaktiv\"") !=
             std::string::npos;
}

void write_new(const fs::path& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (fd < 0) fail("Не удалось создать файл", path, errno);
  std::size_t done = 0;
  int error = 0;
  while (done < bytes.size() && error == 0) {
    const ssize_t put = ::write(fd, bytes.data() + done, bytes.size() - done);
    if (put >= 0) {
      done += static_cast<std::size_t>(put);
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error != 0) fail("Не удалось записать файл", path, error);
}

bool same_bytes(const fs::path& path, std::string_view bytes) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) ||
      static_cast<std::size_t>(info.st_size) != bytes.size()) {
    return false;
  }
  return base::read_file(path) == bytes;
}

/// Sends all that the folder's file system holds to the disk: after a power cut it is there.
void flush_all(const fs::path& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) fail("Не удалось открыть папку", path, errno);
  const bool flushed = ::syncfs(folder) == 0;
  const int error = errno;
  ::close(folder);
  if (!flushed) fail("Не удалось записать на диск", path, error);
}

fs::path sibling(const fs::path& out, std::string_view suffix) {
  return out.parent_path() / fmt::format(".{}{}", out.filename().string(), suffix);
}

}  // namespace

Staging::Staging(const fs::path& out, const std::vector<fs::path>& keep) {
  out_ = fs::absolute(out).lexically_normal();
  if (!out_.has_filename()) out_ = out_.parent_path();
  stage_ = sibling(out_, ".staging");
  lock_file_ = sibling(out_, ".lock");
  former_ = sibling(out_, ".former");
  check_target(keep);
  base::create_folders(out_.parent_path());
  take_lock();
  try {
    std::error_code ignored;
    // A run that was killed between the two renames of publish().
    if (!base::stands(out_) && base::stands(former_)) fs::rename(former_, out_, ignored);
    fs::remove_all(stage_, ignored);
    base::create_folders(stage_);
    keep_loose_files();
  } catch (...) {
    leave();
    throw;
  }
}

void Staging::take_lock() {
  while (true) {
    lock_ = ::open(lock_file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock_ < 0) fail("Не удалось создать файл", lock_file_, errno);
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
      ::close(lock_);
      throw base::Failure(
          fmt::format("Папку «{}» сейчас собирает другой запуск программы. Дождитесь его окончания "
                      "и повторите.",
                      out_.string()));
    }
    struct stat held {};
    struct stat named {};
    const bool known = ::fstat(lock_, &held) == 0 && ::stat(lock_file_.c_str(), &named) == 0;
    if (known && held.st_ino == named.st_ino) return;
    const int error = errno;
    ::close(lock_);
    // Else its owner removed the file between our open and our lock: once more.
    if (!known && error != ENOENT) fail("Не удалось проверить файл", lock_file_, error);
  }
}

Staging::~Staging() { leave(); }

void Staging::leave() noexcept {
  std::error_code ignored;
  fs::remove_all(stage_, ignored);
  fs::remove(lock_file_, ignored);
  ::close(lock_);
}

void Staging::check_target(const std::vector<fs::path>& keep) const {
  std::error_code error;
  const auto status = fs::symlink_status(out_, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) fail("Не удалось узнать, есть ли папка", out_, error.value());
  if (fs::is_symlink(status)) {
    throw base::Failure(fmt::format("«{}» — ссылка. Укажите в --out саму папку.", out_.string()));
  }
  if (!fs::is_directory(status)) {
    throw base::Failure(fmt::format(
        "«{}» — не папка. Укажите в --out папку, которую программа будет заменять целиком.",
        out_.string()));
  }
  const bool has_manifest = is_own_manifest(out_ / "manifest.json");
  for (const auto& entry : fs::directory_iterator(out_)) {
    const auto name = entry.path().filename().string();
    const bool loose = entry.is_regular_file() && !is_build_entry(name);
    if (loose || (is_build_entry(name) && has_manifest)) continue;
    throw base::Failure(
        fmt::format("В папке «{}» лежит чужое («{}»), а сборка заменяет её целиком. Укажите в "
                    "--out другую папку.",
                    out_.string(), name));
  }
  const fs::path target = fs::weakly_canonical(out_, error);
  for (const auto& path : keep) {
    const auto inside = fs::weakly_canonical(path, error).lexically_relative(target);
    if (inside.empty() || *inside.begin() == ".." || !is_build_entry(inside.begin()->string()))
      continue;
    throw base::Failure(
        fmt::format("«{}» лежит внутри папки сайта «{}» и пропал бы при сборке. Перенесите его или "
                    "укажите в --out другую "
                    "папку.",
                    path.string(), out_.string()));
  }
}

void Staging::keep_loose_files() {
  std::error_code error;
  if (!base::stands(out_)) return;
  for (const auto& entry : fs::directory_iterator(out_)) {
    const auto name = entry.path().filename().string();
    if (is_build_entry(name) || !entry.is_regular_file()) continue;
    fs::create_hard_link(entry.path(), stage_ / name, error);
    if (error) fs::copy_file(entry.path(), stage_ / name);
    loose_files_.push_back(name);
  }
}

void Staging::keep_loose_files_again() {
  for (const auto& name : loose_files_) {
    std::error_code error;
    fs::remove(stage_ / name, error);
    if (error) fail("Не удалось удалить файл", stage_ / name, error.value());
  }
  loose_files_.clear();
  keep_loose_files();
}

void Staging::keep_access() const {
  struct stat info {};
  if (::stat(out_.c_str(), &info) != 0) {
    if (errno == ENOENT) return;
    fail("Не удалось узнать права папки", out_, errno);
  }
  if (::chmod(stage_.c_str(), info.st_mode & 07777U) != 0)
    fail("Не удалось задать права папки", stage_, errno);
}

fs::path Staging::prepared_target(std::string_view path) {
  check_site_path(path);
  paths_.add(path);
  fs::path target = stage_ / std::string(path);
  const std::string folder = target.parent_path().string();
  {
    const std::lock_guard lock(mutex_);
    if (files_.contains(std::string(path))) {
      throw base::Failure(fmt::format("Два файла сайта получили один путь: «{}».", path));
    }
    files_.emplace(std::string(path), StagedFile{});
    if (folders_.emplace(folder, true).second) base::create_folders(folder);
  }
  return target;
}

void Staging::add(std::string_view path, StagedFile file, bool unchanged) {
  const std::lock_guard lock(mutex_);
  unchanged_ += unchanged;
  files_[std::string(path)] = std::move(file);
}

void Staging::write(std::string_view path, std::string_view bytes) {
  const fs::path target = prepared_target(path);
  const fs::path live = out_ / std::string(path);
  bool linked = false;
  if (same_bytes(live, bytes)) {
    std::error_code error;
    fs::create_hard_link(live, target, error);
    linked = !error;
  }
  if (!linked) write_new(target, bytes);
  add(path, {bytes.size(), sha256(bytes)}, linked);
}

fs::path Staging::scratch(std::string_view path) const {
  check_site_path(path);
  std::string flat(path);
  std::replace(flat.begin(), flat.end(), '/', '+');
  return stage_ / ("." + flat);
}

void Staging::adopt(std::string_view path) {
  const fs::path from = scratch(path);
  const auto file = staged_file(from);
  const fs::path live = out_ / std::string(path);
  const fs::path target = prepared_target(path);
  std::error_code error;
  bool linked = stands_as(live, file);
  if (linked) {
    fs::create_hard_link(live, target, error);
    linked = !error;
  }
  if (linked) {
    // What stays in the staged tree is published.
    fs::remove(from, error);
    if (error) fail("Не удалось удалить файл", from, error.value());
  } else if (::rename(from.c_str(), target.c_str()) != 0) {
    fail("Не удалось переместить файл", from, errno);
  }
  add(path, file, linked);
}

bool Staging::live_has(const std::map<std::string, StagedFile>& files, unsigned jobs) const {
  std::vector<const std::pair<const std::string, StagedFile>*> list;
  for (const auto& entry : files) list.push_back(&entry);
  std::atomic<bool> all = true;
  base::parallel_for(list.size(), jobs, [&](std::size_t i) {
    const auto& [path, file] = *list[i];
    if (all && !(is_site_path(path) && stands_as(out_ / path, file))) all = false;
  });
  return all;
}

void Staging::take_over(const std::string& path, const StagedFile& file) {
  const fs::path live = out_ / path;
  const fs::path target = prepared_target(path);
  std::error_code error;
  fs::create_hard_link(live, target, error);
  if (error) fs::copy_file(live, target, error);
  if (error) fail("Не удалось взять из прошлой сборки файл", live, error.value());
  add(path, file, true);
}

void Staging::publish() {
  keep_loose_files_again();
  keep_access();
  flush_all(stage_);
  swap_trees();
  // Published already: the new site stands, whatever the disk says now.
  try {
    base::flush_to_disk(out_.parent_path());
  } catch (const base::Failure& failure) {
    fmt::print(
        stderr,
        "Внимание: сайт опубликован, но система не подтвердила, что он записан на диск. {}\n",
        failure.what());
  }
}

void Staging::swap_trees() {
  std::error_code error;
  if (!base::stands(out_)) {
    if (::rename(stage_.c_str(), out_.c_str()) != 0) fail("Не удалось опубликовать", out_, errno);
    return;
  }
  const int refused = base::swap_names(stage_, out_);
  if (refused == 0) return;  // the former tree now stands at stage_; the destructor removes it
  if (!base::cannot_swap(refused)) fail("Не удалось опубликовать", out_, refused);
  // Two renames then, and back again when the second fails.
  fs::remove_all(former_, error);
  if (::rename(out_.c_str(), former_.c_str()) != 0) fail("Не удалось опубликовать", out_, errno);
  if (::rename(stage_.c_str(), out_.c_str()) != 0) {
    const int reason = errno;
    if (::rename(former_.c_str(), out_.c_str()) != 0)
      fail("Не удалось вернуть прежний сайт", out_, errno);
    fail("Не удалось опубликовать", out_, reason);
  }
  fs::remove_all(former_, error);
}

std::string StagingFolder::full(std::string_view path) const {
  return fmt::format("{}/{}", folder_, path);
}

void StagingFolder::write(std::string_view path, std::string_view bytes) {
  staging_.write(full(path), bytes);
}

fs::path StagingFolder::scratch(std::string_view path) { return staging_.scratch(full(path)); }

void StagingFolder::adopt(std::string_view path) { staging_.adopt(full(path)); }

}  // namespace metodaktiv::release
