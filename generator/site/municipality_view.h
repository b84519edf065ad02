#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"
#include "site/views.h"

namespace metodaktiv::site {

/// Places of the municipalities by indicator and the median, of the current school year: counted
/// once for all sections, over published values only.
class Places {
 public:
  struct Place {
    std::size_t place = 0;                        ///< 0: no number
    std::size_t of = 0;                           ///< how many have one
    std::optional<double> median = std::nullopt;  ///< of those that have one
  };
  explicit Places(const Context& context);
  [[nodiscard]] Place of(std::string_view indicator, const std::string& municipality) const;

 private:
  std::map<std::string, std::map<std::string, Place>, std::less<>> places_;
};

/// A page of a municipality's section with its heading, crumbs and tabs; the caller adds `fill`.
Page municipality_page(const Municipality& municipality, std::string_view section,
                       std::string heading, std::string_view template_name);

/// The parts of a section, one function per page (practices: one or more pages).
Page municipality_about(const Context& context, const Municipality& municipality);
Page municipality_roster(const Context& context, const Municipality& municipality);
Page municipality_schools(const Context& context, const Municipality& municipality);
Page municipality_associations(const Municipality& municipality, const Context& context);
Page municipality_documents(const Context& context, const Municipality& municipality);
Page municipality_indicators(const Context& context, const Municipality& municipality,
                             std::shared_ptr<const Places> places);
void add_municipality_practices(const Context& context, const Municipality& municipality,
                                std::vector<Page>& pages);
Page municipality_calendar(const Context& context, const Municipality& municipality);

}  // namespace metodaktiv::site
