#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/form_definition.h"
#include "registry/database.h"
#include "registry/withdrawal.h"

namespace metodaktiv::commands {

/// A place where somebody who withdrew consent is still named.
struct ConsentMention {
  std::string place;      ///< «Банк практик», urok-5, столбец «Авторы»
  std::string fragment;   ///< the words around the name, in one line
  bool doubtful = false;  ///< by initials, or in another municipality: perhaps a namesake
  std::string left = {};  ///< hidden: what the column will show; empty: nothing
};

struct ConsentMentions {
  std::vector<ConsentMention> hidden;  ///< the next build leaves the name out by itself
  std::vector<ConsentMention> texts;   ///< somebody has to mend the text
};

/// Looks for the person in every text of the registry that may become public, and in the texts of
/// the project (content/, data/regions/). In other municipalities only the full name counts.
ConsentMentions find_mentions(registry::Database& registry,
                              const std::vector<config::FormDefinition>& forms,
                              const std::filesystem::path& project,
                              const registry::Withdrawal& person);

}  // namespace metodaktiv::commands
