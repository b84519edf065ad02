#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "registry/database.h"

namespace metodaktiv::registry {

/// What the journal calls the file of a withdrawal; the code follows.
inline constexpr std::string_view kWithdrawalFile = "отзыв согласия ";

/// A methodist who has withdrawn consent to distribution (152-ФЗ, art. 10.1, part 12).
struct Withdrawal {
  std::string code;
  std::string name;  ///< surname first
  std::string last_name, first_name, patronymic;
  std::string municipality;
  base::Date withdrawn_on;
};

/// A withdrawal as it was recorded just now.
struct RecordedWithdrawal {
  std::int64_t entry = 0;  ///< of the journal
  Withdrawal withdrawal;
};

/// Records that the methodist withdraws all consent on `date`: the consent itself, whether the
/// table has one or not, and every row of consents that no earlier withdrawal has ended. The
/// journal gets an entry with the number that is returned, which can be undone like an import;
/// nullopt when there is nothing to withdraw. One transaction. `time` and `program` are for the
/// journal. Failure when there is no such code, or when consent was given later than `date`, so
/// that the record would not end it.
std::optional<RecordedWithdrawal> withdraw_consent(Database& registry, const std::string& code,
                                                   base::Date date, const std::string& time,
                                                   const std::string& program);

/// The methodist's name and municipality, and the day of a withdrawal that is in force. Failure
/// when there is no such code; nullopt when nothing is withdrawn.
std::optional<Withdrawal> find_withdrawal(Database& registry, const std::string& code);

/// All withdrawals that no later consent has overtaken, the latest first.
std::vector<Withdrawal> read_withdrawals(Database& registry);

/// Codes of other methodists of the same full name who have withdrawn nothing: perhaps the same
/// person, entered twice.
std::vector<std::string> same_name(Database& registry, const Withdrawal& person);

}  // namespace metodaktiv::registry
