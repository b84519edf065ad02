#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "indicators/figure.h"

namespace metodaktiv::publication {

/// What the publication before this one said. Figures of school years that were over by then count
/// the same people then and now; those of the running year, form 1 and the distributions count the
/// same ones wherever nothing has changed since. So both publications must be read together: a
/// number that was hidden must not come out because another one is hidden in its place, and hiding
/// a number that is known already protects nobody.
class FormerFigures {
 public:
  FormerFigures() = default;
  /// Reads a publication.db of the same region. Failure when it is damaged.
  explicit FormerFigures(const std::filesystem::path& publication);

  /// Whether the figure was hidden and its school year was over already: then it stays hidden.
  [[nodiscard]] bool stays_hidden(const indicators::Figure& figure) const;
  struct Numbers {
    std::optional<double> numerator, denominator;
    bool suppressed = false, finished = false;
  };
  /// What was said of the figure; nullptr: nothing.
  [[nodiscard]] const Numbers* find(const indicators::Figure& figure) const;

  /// A count of form 1 or of a distribution, as PeopleCounts names it.
  struct Count {
    std::string population;
    indicators::Scope scope = indicators::Scope::kMunicipality;
    std::string code;
    std::optional<double> value;  ///< empty: hidden
  };
  [[nodiscard]] const std::vector<Count>& counts() const { return counts_; }
  /// The running year of then, which the counts are of.
  [[nodiscard]] const std::string& school_year() const { return school_year_; }

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  std::string school_year_;
  std::map<Key, Numbers> figures_;  ///< by indicator, school year, scope, code
  std::vector<Count> counts_;
};

}  // namespace metodaktiv::publication
