#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::publication {

/// Which site is being made, as consents name sites.
class ConsentSites {
 public:
  /// `region_url` is empty when the region's own site is made.
  ConsentSites(std::string_view site_url, std::string_view region_url);

  /// The address of a consent as it is compared; an empty one is the region's.
  [[nodiscard]] std::string key(std::string_view address) const;
  /// Whether consent for that key holds on the site that is made: it is the site's, or the region's
  /// and the site is a section of the region's.
  [[nodiscard]] bool is_here(std::string_view key) const;
  [[nodiscard]] const std::string& region() const { return region_; }

 private:
  std::string site_, region_;
};

/// Fills temp.addresses(address, site, here) for data/publication.sql: every address that stands in
/// registry.consents. `db` has the registry attached.
void write_addresses(registry::Database& db, const ConsentSites& sites);

/// Fills temp.names_here(field, key, value) and temp.names_on(field, key, site, value) for
/// data/publication.sql: what may stand in the columns that name people with a consent of their own
/// (heads of services and of associations, authors), where a methodist is named there who has
/// withdrawn consent, or has closed the name or the authorship: by the full name, in the own
/// municipality by initials too. names_here: on this site; names_on: on others, site '' for those
/// that no consent names. Nothing that may not stand here stands there.
void write_names(registry::Database& db, const ConsentSites& sites, base::Date as_of);

}  // namespace metodaktiv::publication
