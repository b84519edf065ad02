#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands/inbox.h"
#include "forms/submissions.h"

namespace metodaktiv::commands {

/// Who has returned the form, for a person: an aligned table, files of nobody, the sum in one line.
std::string submissions_table(const forms::Submissions& submissions,
                              const std::vector<InboxFile>& unknown);

/// The same for machines.
nlohmann::ordered_json submissions_json(const forms::Submissions& submissions,
                                        const std::vector<InboxFile>& unknown);

}  // namespace metodaktiv::commands
