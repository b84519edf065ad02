#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "config/indicator_definition.h"
#include "disclosure/count_system.h"
#include "disclosure/suppression.h"
#include "indicators/figure.h"

namespace metodaktiv::publication {

/// Where a count of people belongs.
struct CountPlace {
  indicators::Scope scope = indicators::Scope::kMunicipality;
  std::string code;
  std::string school_year;
};

/// The population that form 1 counts in total; the profile's indicators may name it as their own.
inline constexpr const char* kForm1Population = "form1.teachers";

/// Names of populations: those form 1 counts of a subject (empty: all), those who gave an answer of
/// a distribution (empty: any).
std::string form1_population(const std::string& subject);
std::string answer_population(const std::string& distribution, const std::string& key);

/// Everything public that counts people, gathered into one system, so that disclosure control sees
/// the links between figures: the same people counted by two indicators, by an indicator and form
/// 1, by an indicator and a distribution.
class PeopleCounts {
 public:
  /// `territory_of`: of every municipality; may be empty for one.
  PeopleCounts(std::map<std::string, std::string> territory_of, int k);

  /// The quantity that counts `population` at a place: the same one whenever the same population is
  /// named. Failure names the population and the place when the numbers differ: the profile says
  /// two figures count the same people and they don't.
  std::size_t quantity(const std::string& population, const CountPlace& place, double value);
  /// A quantity that no other figure shares.
  std::size_t own_quantity(double value);
  /// total = Σ parts; ignored where the numbers say otherwise.
  void add_sum(std::size_t total, const std::vector<std::size_t>& parts);
  /// A published number or group of numbers. `place` decides how willingly it is hidden; the counts
  /// that protect() must guard are those among the first `guarded` quantities that are small.
  std::size_t add_cell(const CountPlace& place, std::vector<double> counts,
                       std::vector<std::size_t> quantities, std::size_t guarded);
  /// Cells of one figure at all its places: members and total of each published sum.
  void add_places(const std::vector<std::pair<CountPlace, std::size_t>>& cells);
  void add_group(disclosure::Group group) { groups_.push_back(std::move(group)); }
  /// The population `total` consists of the parts, or holds them, wherever all of them are counted.
  void add_partition(const config::Partition& partition);

  /// The cell must stay hidden: it was hidden when the other numbers were published before.
  void keep_hidden(std::size_t cell) { cells_[cell].suppressed = true; }
  /// What the publication before this one said of the count; empty: it hid it. A number that is
  /// still the same is known: hiding it protects nobody.
  void told_before(std::size_t quantity, const std::optional<double>& value);
  /// The same for whatever counts the population now; nothing where nothing does.
  void told_before(const std::string& population, const CountPlace& place,
                   const std::optional<double>& value);

  /// Adds the sums over places for every population, then hides. Call once, last. Returns how many
  /// small counts cannot be protected, because they follow from what was public already.
  std::size_t protect();
  [[nodiscard]] bool hidden(std::size_t cell) const { return cells_[cell].suppressed; }

 private:
  using Key = std::tuple<std::string, std::string, indicators::Scope, std::string>;
  void add_place_sums();
  /// The sums of the publication before this one, where they hold if nothing of what it hid has
  /// changed since: a reader may suppose so and subtract one publication from the other.
  void add_former_sums();

  std::map<std::string, std::string> territory_of_;
  double k_;
  std::map<Key, std::size_t> index_;  ///< population, school year, scope, code
  disclosure::CountSystem system_;
  std::vector<disclosure::Cell> cells_;
  std::vector<disclosure::Group> groups_;
  std::set<std::size_t> own_;    ///< quantities of one figure alone
  std::set<std::size_t> slack_;  ///< what lies beside the parts of a partition; total − parts
  std::map<std::size_t, std::optional<double>> former_;  ///< by quantity
};

}  // namespace metodaktiv::publication
