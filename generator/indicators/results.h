#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "indicators/figure.h"

namespace metodaktiv::indicators {

/// A place that figures are given for.
struct Place {
  Scope scope = Scope::kMunicipality;
  std::string code;
  std::string name;
  std::string territory;  ///< of a municipality; may be empty
};

/// All figures of a build, exact. Ordered: indicator as in the profile, school year, region first,
/// then territories, then municipalities by code.
class Results {
 public:
  Results(std::vector<std::string> years, std::vector<Place> places, std::vector<Figure> figures);

  /// School years, oldest first; the last is the one of the as-of date.
  [[nodiscard]] const std::vector<std::string>& years() const { return years_; }
  [[nodiscard]] const std::string& current_year() const { return years_.back(); }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] std::vector<Place> municipalities() const;  ///< by code
  [[nodiscard]] std::vector<Place> territories() const;
  [[nodiscard]] const Place& region() const;
  [[nodiscard]] const std::vector<Figure>& all() const { return figures_; }
  /// nullptr when there is no such figure (a region-only indicator for a municipality).
  [[nodiscard]] const Figure* find(std::string_view indicator, std::string_view year, Scope scope,
                                   std::string_view code) const;

 private:
  std::vector<std::string> years_;
  std::vector<Place> places_;
  std::vector<Figure> figures_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// Runs every indicator of the profile over the registry for the school year of `as_of` and the two
/// before it (those as of their last day), on up to `jobs` connections. Failure names the SQL file
/// that is wrong.
Results compute(const std::filesystem::path& registry_file, const config::RegionProfile& profile,
                base::Date as_of, unsigned jobs);

/// indicators.csv as docs/outputs.md fixes it.
std::string to_csv(const std::vector<Figure>& figures);

}  // namespace metodaktiv::indicators
