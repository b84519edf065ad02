#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "commands/consent_mentions.h"
#include "registry/database.h"
#include "registry/withdrawal.h"

namespace metodaktiv::commands {

/// The last day for ending distribution after a demand that came on `received`: three working days
/// (152-ФЗ, art. 10.1, part 14).
base::Date withdrawal_deadline(base::Date received);

/// Municipalities whose own sites may name the person: the own one and those where assignments
/// lead, as «Балашиха, https://…».
std::vector<std::string> sites_that_may_name(registry::Database& registry,
                                             const registry::Withdrawal& person);

/// What the notice speaks of beside the person.
struct NoticePlaces {
  std::vector<std::string> municipal_sites;  ///< sites_that_may_name()
  std::vector<std::string> same_name;        ///< codes of registry::same_name()
  std::string registry_file;
  base::Date today;
};

/// What the specialist has to do and by when, in plain Russian: what the next build does by itself,
/// texts that still hold the name, what the program cannot reach.
std::string withdrawal_notice(const registry::Withdrawal& person, const ConsentMentions& mentions,
                              const NoticePlaces& places);

}  // namespace metodaktiv::commands
