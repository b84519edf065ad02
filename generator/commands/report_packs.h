#pragma once

#include <vector>

#include "base/date.h"
#include "release/staging.h"
#include "reports/pack_letter.h"

namespace metodaktiv::commands {

/// Packs the staged reports of every municipality into `reports/_packs/<code>.zip` and writes
/// `mailing.csv` beside them: what goes to whom, with which letter (docs/outputs.md, "Packs").
void write_packs(release::Staging& staging, const std::vector<reports::PackLetter>& letters,
                 base::Date as_of, unsigned jobs);

}  // namespace metodaktiv::commands
