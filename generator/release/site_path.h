#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace metodaktiv::release {

/// Whether `path` may be a file of the site on every system a site is kept on: relative,
/// without
/// "..", hidden names (but .htaccess), characters that Windows refuses, invisible and
/// direction-changing ones, names of Windows devices (CON, NUL.html) and parts of over 200 bytes.
/// Names of data may end up here: nothing may leave the tree or surprise a reader.
bool is_site_path(std::string_view path);
/// Failure unless it is one.
void check_site_path(std::string_view path);

/// Finds paths that differ in case alone: on Windows and macOS they are one file.
class PathSet {
 public:
  /// Failure names both paths. The same path twice is no clash. Safe from several threads.
  void add(std::string_view path);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> by_folded_;
};

}  // namespace metodaktiv::release
