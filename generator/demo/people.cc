#include "demo/people.h"

namespace metodaktiv::demo {

Person make_person(const PeopleNames& names, Random& random, bool female, int birth_year) {
  constexpr int kYounger = 1980;
  const bool older = birth_year < kYounger;
  const auto& last = random.pick(names.last_names);
  const auto& patronymic = random.pick(names.patronymics);
  if (female) {
    return {last.female, random.pick(older ? names.female_older : names.female_younger),
            patronymic.female, true};
  }
  return {last.male, random.pick(older ? names.male_older : names.male_younger), patronymic.male,
          false};
}

}  // namespace metodaktiv::demo
