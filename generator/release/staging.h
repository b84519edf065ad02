#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_sink.h"
#include "release/site_path.h"
#include "release/staged_file.h"

namespace metodaktiv::release {

/// The new tree, written beside the live one and swapped in whole. Until publish() has succeeded
/// the live tree is untouched; without publish() the destructor removes everything staged.
///
/// One build at a time per output folder: a second Staging for the same folder is a Failure. What a
/// killed run left behind is removed by the next one. A file whose bytes are those of the live tree
/// is hard-linked from it, not written again.
class Staging {
 public:
  /// `out` is the folder to be replaced; it may be missing, empty or hold a former build (public/,
  /// reports/, hosting/, manifest.json) and loose files such as a README, which are kept. Anything
  /// else there is a Failure, and so are public/ and reports/ without a manifest of ours: a build
  /// must never wipe somebody's folder. `keep` are files and folders that must survive (the
  /// registry, the project): they may not lie in the parts that are replaced.
  explicit Staging(const std::filesystem::path& out,
                   const std::vector<std::filesystem::path>& keep = {});
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  /// Adds a file; `path` is relative to the tree's root (check_site_path). Thread-safe.
  void write(std::string_view path, std::string_view bytes);
  /// A scratch name for a library that writes the file itself, and taking that file over.
  /// Thread-safe.
  [[nodiscard]] std::filesystem::path scratch(std::string_view path) const;
  void adopt(std::string_view path);

  /// Whether every one of these files stands in the live tree with that size and checksum.
  /// Thread-safe; reads all of them, on up to `jobs` threads.
  [[nodiscard]] bool live_has(const std::map<std::string, StagedFile>& files, unsigned jobs) const;
  /// Takes a file over from the live tree, of which live_has() has told. Thread-safe.
  void take_over(const std::string& path, const StagedFile& file);

  /// Files staged so far, by path.
  [[nodiscard]] const std::map<std::string, StagedFile>& files() const { return files_; }
  [[nodiscard]] const std::filesystem::path& root() const { return stage_; }
  /// How many files were linked from the live tree because their bytes are the same.
  [[nodiscard]] std::size_t unchanged() const { return unchanged_; }

  /// Flushes to disk and exchanges the trees in one step; the former tree is then removed.
  void publish();

 private:
  void check_target(const std::vector<std::filesystem::path>& keep) const;
  void take_lock();
  /// Removes what is not published and lets the next run in.
  void leave() noexcept;
  void keep_loose_files();
  /// As they are by now: somebody may have changed one while the site was being made.
  void keep_loose_files_again();
  /// Whoever may enter the former tree may enter this one, and nobody else.
  void keep_access() const;
  std::filesystem::path prepared_target(std::string_view path);
  void add(std::string_view path, StagedFile file, bool unchanged);
  void swap_trees();

  std::filesystem::path out_, stage_, lock_file_, former_;
  int lock_ = -1;
  mutable std::mutex mutex_;
  std::map<std::string, StagedFile> files_;
  PathSet paths_;
  std::map<std::string, bool> folders_;
  std::size_t unchanged_ = 0;
  std::vector<std::string> loose_files_;
};

/// A part of the tree ("public", "reports") as a sink of its own.
class StagingFolder : public base::FileSink {
 public:
  StagingFolder(Staging& staging, std::string folder)
      : staging_(staging), folder_(std::move(folder)) {}
  void write(std::string_view path, std::string_view bytes) override;
  std::filesystem::path scratch(std::string_view path) override;
  void adopt(std::string_view path) override;

 private:
  [[nodiscard]] std::string full(std::string_view path) const;
  Staging& staging_;
  std::string folder_;
};

}  // namespace metodaktiv::release
