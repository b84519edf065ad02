#include "site/hosting_files.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/files.h"
#include "site/content_policy.h"
#include "site/xml_text.h"

namespace metodaktiv::site {
namespace {

/// "rma.example.ru" of "https://rma.example.ru:8080/rma/"; "_" (any) for what is no host name.
std::string host_of(std::string_view base_url) {
  const auto start = base_url.find("://");
  auto host = base_url.substr(start == std::string_view::npos ? 0 : start + 3);
  host = host.substr(0, host.find_first_of("/:"));
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
  const bool plain = !host.empty() && host.find_first_not_of(kAllowed) == std::string_view::npos;
  return plain ? std::string(host) : "_";
}

std::string pattern_of(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (std::string_view(".+*?()[]{}|^$\\").find(c) != std::string_view::npos) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

}  // namespace

std::string hosting_file(std::string_view text, const config::SiteConfig& site) {
  const auto base_path = root_path(site.base_url);
  const std::array<std::pair<std::string_view, std::string>, 4> words = {
      {{"@CONTENT_POLICY@", fmt::format("{}; {}", kContentPolicy, kFramePolicy)},
       {"@BASE_PATH@", base_path},
       {"@BASE_PATTERN@", pattern_of(base_path)},
       {"@HOST@", host_of(site.base_url)}}};
  std::string out(text);
  for (const auto& [word, value] : words) {
    for (auto at = out.find(word); at != std::string::npos;
         at = out.find(word, at + value.size())) {
      out.replace(at, word.size(), value);
    }
  }
  return out;
}

void write_hosting_files(const std::filesystem::path& templates_folder,
                         const config::SiteConfig& site, base::FileSink& web_root,
                         base::FileSink& hosting) {
  const auto folder = templates_folder / "hosting";
  web_root.write(".htaccess", hosting_file(base::read_file(folder / "htaccess"), site));
  hosting.write("nginx.conf", hosting_file(base::read_file(folder / "nginx.conf"), site));
}

}  // namespace metodaktiv::site
