#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::registry {

/// A methodist who has withdrawn consent to distribution (152-ФЗ, art. 10.1, part 12).
struct Withdrawal {
  std::string code;
  std::string name;  ///< surname first
  std::string municipality;
  base::Date withdrawn_on;
};

/// Records that the methodist withdraws all consent on `date`: the consent itself and every row of
/// consents that is in force. The journal gets an entry with the number that is returned, which can
/// be undone like an import; nullopt when there is nothing to withdraw. One transaction. `time` and
/// `program` are for the journal. Failure when there is no such code, or when consent was given
/// later than `date`, so that the record would not end it.
std::optional<std::int64_t> withdraw_consent(Database& registry, const std::string& code,
                                             base::Date date, const std::string& time,
                                             const std::string& program);

/// All withdrawals that no later consent has overtaken, the latest first.
std::vector<Withdrawal> read_withdrawals(Database& registry);

}  // namespace metodaktiv::registry
