#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/region_profile.h"
#include "site/distribution.h"
#include "site/figure.h"
#include "site/methodist.h"
#include "site/place.h"
#include "site/practice.h"
#include "site/record.h"
#include "site/release.h"

namespace metodaktiv::site {

struct Form1Row {
  const Subject* subject = nullptr;  ///< nullptr in the total, the last row
  std::optional<long long> teachers, recommended_min, recommended_max;  ///< empty: suppressed
  long long actual = 0;
};

/// The whole publication.db in memory: read once, then only read. Lists are in the order in which
/// pages show them; names sort as a Russian dictionary does (ё beside е).
struct Model {
  std::filesystem::path file;  ///< the publication.db it was read from
  base::Date as_of;
  std::string school_year;
  std::vector<std::string> years;  ///< oldest first; the last is school_year
  std::string region_code;
  int disclosure_k = 0;

  std::vector<Territory> territories;
  std::vector<Municipality> municipalities;
  /// In one municipality's publication: others that its people and organizations name. They have no
  /// pages and no lists; `municipalities` then holds the one.
  std::vector<Municipality> elsewhere;
  std::vector<Organization> organizations;
  std::vector<Subject> subjects;
  std::vector<Methodist> methodists;
  std::vector<Assignment> assignments;
  std::vector<Association> associations;
  std::vector<Document> documents;
  std::vector<Event> events;
  std::vector<Practice> practices;

  std::size_t methodists_total = 0;                 ///< active ones, with people without consent
  std::vector<const Document*> regional_documents;  ///< newest first
  std::vector<const Event*> regional_events;        ///< by date
  std::vector<const Practice*> newest_practices;    ///< all, newest first
  std::vector<const Practice*> practices_without_subject;

  std::map<std::string, Figure, std::less<>> figures;               ///< by figure_key()
  std::map<std::string, std::vector<Form1Row>, std::less<>> form1;  ///< by scope/code
  std::vector<Distribution> distributions;  ///< public ones, as the profile orders them
  std::vector<Release> releases;            ///< what the latest publications changed, newest first

  /// nullptr when the publication has no such figure.
  [[nodiscard]] const Figure* figure(std::string_view indicator, std::string_view year, Scope scope,
                                     std::string_view code) const;
  [[nodiscard]] const Figure* region_figure(std::string_view indicator,
                                            std::string_view year) const;
  /// All municipalities (or territories) that have a figure, in the order of the lists above.
  [[nodiscard]] std::vector<const Figure*> figures_of(std::string_view indicator,
                                                      std::string_view year, Scope scope) const;
  /// nullptr when the publication has no such distribution.
  [[nodiscard]] const Distribution* distribution(std::string_view id) const;
  /// Rows of form 1 of the region or a municipality; empty when the publication has none.
  [[nodiscard]] const std::vector<Form1Row>& form1_of(Scope scope, std::string_view code) const;
};

std::string figure_key(std::string_view indicator, std::string_view year, Scope scope,
                       std::string_view code);

/// Reads publication.db. Failure names the file and the table that is not as data/publication.sql
/// makes it.
Model load_model(const std::filesystem::path& publication_file,
                 const config::RegionProfile& profile);

}  // namespace metodaktiv::site
