#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace metodaktiv::site {

/// Which site the pages make up, and the only place that knows under what addresses they stand in
/// it. Everywhere else a page goes by its path in the region's site (site/paths.h).
///
/// The region's site has every page at its path. The site of one municipality has that
/// municipality's section at its root ("municipalities/<code>/roster.html" → "roster.html"), a
/// choice of the other pages, and stand-ins for some that it leaves out ("asset/roster.html" →
/// "roster.html").
class Edition {
 public:
  /// The region's site.
  Edition() = default;
  /// The site of the municipality with this code.
  explicit Edition(std::string municipality) : municipality_(std::move(municipality)) {}

  [[nodiscard]] bool municipal() const { return !municipality_.empty(); }
  [[nodiscard]] const std::string& municipality() const { return municipality_; }

  /// Says which pages the municipal site has; before that it has none.
  void take(const std::vector<Page>& pages);

  /// Where the page stands in this site; for pages that were taken.
  [[nodiscard]] std::string address_of_page(std::string_view path) const;
  /// Whether the page is the first one of this site.
  [[nodiscard]] bool is_home(std::string_view path) const;
  /// Whether the page is one of the municipality's form 2.
  [[nodiscard]] bool has_own_assignments(std::string_view path) const;
  /// Where a link to `target` (a path of the region's site, may carry "#anchor") leads in this
  /// site; nullopt when the site leaves it out. Files that are no pages stay where they are.
  [[nodiscard]] std::optional<std::string> address(std::string_view target) const;

 private:
  [[nodiscard]] std::string own_assignments() const;
  [[nodiscard]] std::string stand_in(std::string_view path) const;

  std::string municipality_;
  std::set<std::string, std::less<>> pages_;
};

/// A page's HTML, made for `path` in the region's site with links that begin with `root`, with its
/// links as the edition has them. A link to a page that the edition leaves out becomes plain text:
/// the element stays, as <span>. The region's edition takes pages as they are.
std::string relinked(std::string html, std::string_view path, std::string_view root,
                     const Edition& edition);

}  // namespace metodaktiv::site
