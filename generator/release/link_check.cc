#include "release/link_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"

namespace metodaktiv::release {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == ':';
}

std::string decoded_entities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    static constexpr std::pair<std::string_view, char> kEntities[] = {
        {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&lt;", '<'}, {"&gt;", '>'}};
    bool found = false;
    for (const auto& [entity, c] : kEntities) {
      if (text.substr(i, entity.size()) == entity) {
        out += c;
        i += entity.size();
        found = true;
        break;
      }
    }
    if (!found) out += text[i++];
  }
  return out;
}

std::string decoded_percent(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
        digit(text[i + 2]) >= 0) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Reads the attributes of the tag whose name ends at `i`; returns the position after '>'.
std::size_t scan_tag(std::string_view html, std::size_t i, PageLinks& links) {
  while (i < html.size() && html[i] != '>') {
    if (!is_name_char(html[i])) {
      ++i;
      continue;
    }
    const std::size_t name_start = i;
    while (i < html.size() && is_name_char(html[i])) ++i;
    const auto name = html.substr(name_start, i - name_start);
    if (i + 1 >= html.size() || html[i] != '=' || html[i + 1] != '"') continue;
    const std::size_t value_start = i + 2;
    const std::size_t value_end = html.find('"', value_start);
    if (value_end == std::string_view::npos) return html.size();
    const auto value = decoded_entities(html.substr(value_start, value_end - value_start));
    if (name == "href" || name == "src") links.targets.push_back(value);
    if (name == "id") links.anchors.insert(value);
    i = value_end + 1;
  }
  return i + 1;
}

bool is_absolute(std::string_view link) {
  const auto colon = link.find(':');
  return link.starts_with("//") ||
         (colon != std::string_view::npos && colon < link.find_first_of("/?#"));
}

/// Path of the target inside the tree; nullopt when it leaves the tree.
std::optional<std::string> resolve(std::string_view page, std::string_view link,
                                   std::string_view base_path) {
  std::vector<std::string> parts;
  if (link.starts_with('/')) {
    if (!link.starts_with(base_path)) return std::nullopt;
    link.remove_prefix(base_path.size());
  } else {
    parts = base::split(page, '/');
    parts.pop_back();
  }
  for (const auto& part : base::split(link, '/')) {
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  return base::join(parts, "/");
}

class Checker {
 public:
  Checker(const std::vector<std::string>& paths, const std::map<std::string, PageLinks>& pages,
          std::string_view base_path)
      : paths_(paths.begin(), paths.end()), pages_(pages), base_path_(decoded_percent(base_path)) {}

  void check(const std::string& page, const std::string& link, base::Findings& findings) const {
    if (link.empty() || is_absolute(link)) return;
    const auto hash = link.find('#');
    const auto anchor = hash == std::string::npos ? "" : decoded_percent(link.substr(hash + 1));
    auto path = link.substr(0, hash);
    path = decoded_percent(path.substr(0, path.find('?')));
    const auto target = path.empty() ? std::optional(page) : resolve(page, path, base_path_);
    if (!target) return report(page, link, "ведёт за пределы сайта", findings);
    std::string file = *target;
    if (!paths_.contains(file)) file += file.empty() ? "index.html" : "/index.html";
    if (!paths_.contains(file))
      return report(page, link, "ведёт на страницу, которой нет", findings);
    if (anchor.empty()) return;
    const auto it = pages_.find(file);
    if (it != pages_.end() && !it->second.anchors.contains(anchor)) {
      report(page, link, "ведёт к разделу, которого на странице нет", findings);
    }
  }

 private:
  static void report(const std::string& page, const std::string& link, std::string_view what,
                     base::Findings& findings) {
    findings.add({base::Severity::kError,
                  "link",
                  {page, {}, 0, {}},
                  link,
                  fmt::format("Ссылка {}.", what),
                  "Исправьте ссылку в тексте практики, странице content/ или шаблоне."});
  }
  std::set<std::string> paths_;
  const std::map<std::string, PageLinks>& pages_;
  const std::string base_path_;
};

}  // namespace

PageLinks scan_links(std::string_view html) {
  PageLinks links;
  for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
    if (html.substr(i, 4) == "<!--") {
      const auto end = html.find("-->", i);
      if (end == std::string_view::npos) break;
      i = end + 3;
      continue;
    }
    ++i;
    const std::size_t name_start = i;
    while (i < html.size() && is_name_char(html[i])) ++i;
    if (i > name_start) i = scan_tag(html, i, links);
  }
  return links;
}

base::Findings check_links(const std::filesystem::path& root, const std::vector<std::string>& paths,
                           unsigned jobs, std::string_view base_path) {
  std::vector<std::string> html;
  std::copy_if(paths.begin(), paths.end(), std::back_inserter(html),
               [](const std::string& path) { return path.ends_with(".html"); });
  std::vector<PageLinks> scanned(html.size());
  base::parallel_for(html.size(), jobs, [&](std::size_t i) {
    scanned[i] = scan_links(base::read_file(root / html[i]));
  });
  std::map<std::string, PageLinks> pages;
  for (std::size_t i = 0; i < html.size(); ++i) pages.emplace(html[i], std::move(scanned[i]));

  base::Findings findings;
  const Checker checker(paths, pages, base_path);
  for (const auto& [page, links] : pages) {
    for (const auto& link : links.targets) checker.check(page, link, findings);
  }
  return findings;
}

}  // namespace metodaktiv::release
