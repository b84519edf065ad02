#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "site/edition.h"
#include "site/paths.h"
#include "site/renderer.h"

namespace metodaktiv::site {
namespace {

/// Attributes that an <a> without an address must not have, or that say where it leads.
constexpr std::array<std::string_view, 6> kOfLinks = {"href",     "rel",    "type",
                                                      "download", "target", "aria-current"};

/// A path from the site's root for a link within the site on the page `path`; empty for others.
std::string target_of(std::string_view link, std::string_view path, std::string_view root) {
  if (root.starts_with('/') && link.starts_with(root)) return std::string(link.substr(root.size()));
  const auto colon = link.find_first_of(":/?#");
  const bool elsewhere = link.empty() || link.front() == '#' || link.front() == '/' ||
                         (colon != std::string_view::npos && link[colon] == ':');
  if (elsewhere) return {};
  auto folders = base::split(std::string(path), '/');
  folders.pop_back();
  while (link.starts_with("../") && !folders.empty()) {
    link.remove_prefix(3);
    folders.pop_back();
  }
  std::string target;
  for (const auto& folder : folders) target += folder + "/";
  return target + std::string(link);
}

/// Start and end of an attribute's value inside a tag; npos when it has none.
std::pair<std::size_t, std::size_t> value_of(std::string_view tag, std::string_view name) {
  const auto start = " " + std::string(name) + "=\"";
  const auto at = tag.find(start);
  if (at == std::string_view::npos) return {at, at};
  return {at + start.size(), tag.find('"', at + start.size())};
}

std::string without_attribute(std::string tag, std::string_view name) {
  const auto [from, to] = value_of(tag, name);
  if (from == std::string::npos) return tag;
  const auto start = from - name.size() - 3;  // the space, '=' and '"' around the name
  return tag.erase(start, to + 1 - start);
}

/// Where a tag ends, quoted '>' left alone.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  bool quoted = false;
  for (; at < html.size(); ++at) {
    if (html[at] == '"') quoted = !quoted;
    if (html[at] == '>' && !quoted) return at + 1;
  }
  return html.size();
}

class Relinker {
 public:
  Relinker(std::string_view path, std::string_view root, const Edition& edition)
      : path_(path), former_root_(root), edition_(edition) {
    root_ = root.starts_with('/') ? std::string(root) : root_of(edition.address_of_page(path));
  }

  std::string operator()(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
      const auto open = std::min(html.find('<', at), html.size());
      out.append(html, at, open - at);
      if (open == html.size()) break;
      const auto end = html.substr(open).starts_with("<!--")
                           ? std::min(html.find("-->", open), html.size() - 3) + 3
                           : end_of_tag(html, open);
      out += tag(std::string(html.substr(open, end - open)));
      at = end;
    }
    return out;
  }

 private:
  /// Whether the page stands in for the one that it names: a link to itself says nothing.
  [[nodiscard]] bool leads_here(std::string_view target, std::string_view address) const {
    return target != paths::kHome && edition_.address_of_page(path_) == address &&
           edition_.address_of_page(target) != address;
  }

  std::string tag(std::string text) {
    if (text == "</a>" && plain_) {
      plain_ = false;
      return "</span>";
    }
    if (const auto [from, to] = value_of(text, "data-root"); from != std::string::npos) {
      text.replace(from, to - from, root_);
    }
    for (const std::string_view name : {"href", "src", "action"}) {
      const auto [from, to] = value_of(text, name);
      if (from == std::string::npos || to == std::string::npos) continue;
      const auto target =
          target_of(std::string_view(text).substr(from, to - from), path_, former_root_);
      if (target.empty()) continue;
      const auto address = edition_.address(target);
      if (address && !leads_here(target, *address)) {
        text.replace(from, to - from, root_ + *address);
      } else if (text.starts_with("<a ")) {
        plain_ = true;
        for (const auto attribute : kOfLinks) text = without_attribute(std::move(text), attribute);
        return "<span" + text.substr(2);
      }
    }
    return text;
  }

  std::string_view path_, former_root_;
  const Edition& edition_;
  std::string root_;
  bool plain_ = false;  ///< inside a link that has become plain text; links do not nest
};

}  // namespace

std::string relinked(std::string html, std::string_view path, std::string_view root,
                     const Edition& edition) {
  if (!edition.municipal()) return html;
  return Relinker(path, root, edition)(html);
}

}  // namespace metodaktiv::site
