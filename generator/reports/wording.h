#pragma once

#include <optional>
#include <string>

#include "config/region_profile.h"
#include "indicators/figure.h"

namespace metodaktiv::reports {

/// Whether a movement goes the way the target wants.
enum class Mood { kNeutral, kGood, kBad };

/// How a value moved since the year before.
struct Change {
  std::optional<long long> delta;  ///< hundredths of the unit (percentage points for percents)
  Mood mood = Mood::kNeutral;
};

/// Empty delta when one of the two has no value or the other unit. Either may be nullptr.
Change change(const indicators::Figure* now, const indicators::Figure* before);

/// «+7,3 п. п.», «−2», «без изменений», «появилось», «утрачено»; «—» without a delta.
std::string shown(const Change& change, config::Unit unit);

/// A value in hundredths the way Figure::shown gives it: «68,2 %».
std::string shown_hundredths(long long hundredths, config::Unit unit);
/// Hundredths of percentage points or of the unit: «7,9 п. п.», «3,5».
std::string shown_distance(long long hundredths, config::Unit unit);

/// «✔ выполнено», «✘ не выполнено», «— без цели», «нет данных».
std::string shown_status(const indicators::Figure& figure);

/// How far a missed target is, in hundredths of the unit; 0 when it is met or there is none.
long long distance_to_target(const indicators::Figure& figure);

/// What it takes to meet a missed target: so many more in the numerator (percent, count, presence;
/// the denominator stays) or, for a ratio that is too high, so many more in the denominator. 0 when
/// met.
struct Needed {
  long long count = 0;
  bool in_denominator = false;
};
Needed needed(const indicators::Figure& figure);

/// Names of a municipality in running text. Without cases in the profile the phrases do without
/// them.
struct PlaceWords {
  std::string name;       ///< «Балашиха»
  std::string with_kind;  ///< «Балашиха (городской округ)»
  std::string genitive;  ///< «городского округа Балашиха»; empty when unknown
  std::string prepositional;  ///< «городском округе Балашиха»; empty when unknown
};
PlaceWords place_words(const config::RegionProfile& profile, const std::string& code,
                       const std::string& name, const std::string& kind);

/// The text as a sentence: with a full stop, unless an abbreviation has put one there.
std::string sentence(std::string text);

/// «8 из 11 показателей» (genitive by the second number).
std::string of_total(long long part, long long total, std::string_view one, std::string_view many);

}  // namespace metodaktiv::reports
