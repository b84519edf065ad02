#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/results.h"

namespace metodaktiv::reports {

/// How one indicator's values spread over the municipalities in one school year.
struct Spread {
  int with_data = 0;  ///< municipalities with a value; the places are out of them
  int met = 0, not_met = 0, no_data = 0;
  int present = 0;                      ///< for presence: municipalities that have it
  std::optional<long long> median;      ///< hundredths, as Figure::scaled(2)
  std::vector<std::string> best_first;  ///< codes of municipalities with a value
  std::map<std::string, int, std::less<>> places;
};

/// Score of one municipality over all indicators with a target.
struct Score {
  std::string code;
  std::string name;
  int met = 0, not_met = 0, no_data = 0;
  int place = 0;  ///< by the share of targets met; equal shares share a place

  [[nodiscard]] int with_target() const { return met + not_met; }
};

/// Places, medians and scores of the municipalities in one school year.
class Standings {
 public:
  /// Of the current school year.
  explicit Standings(const indicators::Results& results)
      : Standings(results, results.current_year()) {}
  Standings(const indicators::Results& results, const std::string& school_year);

  [[nodiscard]] const Spread& of(std::string_view indicator) const;
  /// 1 is the best in the direction of the target; equal values share a place (1, 2, 2, 4). Empty
  /// without a value and for presence indicators, where there is nothing to rank.
  [[nodiscard]] std::optional<int> place(std::string_view indicator,
                                         std::string_view municipality) const;
  /// By place, then by name in natural order.
  [[nodiscard]] const std::vector<Score>& scores() const { return scores_; }
  [[nodiscard]] const Score* score(std::string_view municipality) const;

 private:
  void add_spread(const std::string& indicator, std::vector<const indicators::Figure*> figures);
  void add_scores(const indicators::Results& results, const std::string& school_year);

  std::map<std::string, Spread, std::less<>> spreads_;
  std::vector<Score> scores_;
};

/// Median of values in hundredths; of an even number the mean of the middle two, rounded half up.
std::optional<long long> median(std::vector<long long> values);

}  // namespace metodaktiv::reports
