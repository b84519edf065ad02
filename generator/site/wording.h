#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

/// Russian words for the registry's fixed keys; an unknown key is shown as it is.
namespace metodaktiv::site::wording {

std::string organization_kind(std::string_view key);  ///< «общеобразовательная организация»
std::string organization_group(std::string_view key);  ///< «Школы»
std::string practice_kind(std::string_view key);       ///< «педагогическая»
std::string practice_group(std::string_view key);  ///< «Педагогические практики»
std::string education_level(std::string_view key);  ///< «основное общее образование»
std::vector<std::string> education_levels();  ///< keys, in the order of school life
std::string association_kind(std::string_view key);
std::string event_kind(std::string_view key);
std::string assignment_mode(std::string_view key);
std::string innovation_kind(std::string_view key);  ///< «РИП»

/// «12 мая»; «12–14 мая», «30 мая – 2 июня» for several days.
std::string day_and_month(base::Date date);
std::string days_and_months(base::Date from, base::Date until);

}  // namespace metodaktiv::site::wording
