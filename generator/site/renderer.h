#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "site/dict.h"

namespace metodaktiv::site {

/// The page templates, read and checked once; afterwards render() may be called from several
/// threads.
class Renderer {
 public:
  /// Loads every *.html of `folder`. Failure names the file that is missing, broken, does not
  /// switch automatic escaping on, or switches it off (:none) for a name that does not end in
  /// _HTML.
  explicit Renderer(const std::filesystem::path& folder);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Failure when there is no such template.
  void require(std::string_view name) const;

  /// Expands the template with the values that `fill` sets. `root`: see Dict; templates know it as
  /// ROOT.
  [[nodiscard]] std::string render(std::string_view name, const std::string& root,
                                   const std::function<void(Dict)>& fill) const;

 private:
  struct Impl;
  std::filesystem::path folder_;
  std::set<std::string, std::less<>> names_;
  std::unique_ptr<Impl> impl_;
};

/// "" for "index.html", "../" for "news/index.html", "../../" for "practices/p/club.html".
std::string root_of(std::string_view path);

}  // namespace metodaktiv::site
