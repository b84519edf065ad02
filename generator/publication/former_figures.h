#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "indicators/figure.h"

namespace metodaktiv::publication {

/// What the publication before this one said of school years that were over by then. Such figures
/// count the same people then and now, so both publications must be read together: a number that
/// was hidden must not come out because another one is hidden in its place, and hiding a number
/// that is known already protects nobody.
class FormerFigures {
 public:
  FormerFigures() = default;
  /// Reads a publication.db of the same region. Failure when it is damaged.
  explicit FormerFigures(const std::filesystem::path& publication);

  [[nodiscard]] bool hidden(const indicators::Figure& figure) const;
  struct Numbers {
    std::optional<double> numerator, denominator;
    bool suppressed = false;
  };
  /// What was said of the figure; nullptr: nothing.
  [[nodiscard]] const Numbers* find(const indicators::Figure& figure) const;

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  std::map<Key, Numbers> figures_;  ///< by indicator, school year, scope, code
};

}  // namespace metodaktiv::publication
