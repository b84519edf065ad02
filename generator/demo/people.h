#pragma once

#include "demo/municipality.h"
#include "demo/random.h"
#include "demo/word_lists.h"

namespace metodaktiv::demo {

/// A made-up person; the name suits the generation of the birth year and agrees in gender.
Person make_person(const PeopleNames& names, Random& random, bool female, int birth_year);

}  // namespace metodaktiv::demo
