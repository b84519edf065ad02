#include "registry/journal_values.h"

#include "base/error.h"
#include "base/number.h"

namespace metodaktiv::registry {

JournalValues::JournalValues(Database& registry)
    : members_(registry.prepare("SELECT key, atom, type FROM json_each(?)", "чтение журнала")) {}

std::vector<std::pair<std::string, Value>> JournalValues::read(const std::string& json) {
  std::vector<std::pair<std::string, Value>> members;
  members_.bind(1, json);
  while (members_.next()) {
    const auto type = members_.text(2);
    if (type == "object" || type == "array") {
      throw base::Failure(
          "Журнал реестра повреждён: вместо значения записан список. Восстановите реестр из "
          "резервной копии.");
    }
    const auto key = members_.value(0);
    const auto* index = std::get_if<std::int64_t>(&key);
    members.emplace_back(index ? std::to_string(*index) : members_.text(0), members_.value(1));
  }
  members_.reset();
  return members;
}

std::string shown(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return base::plain(*real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

}  // namespace metodaktiv::registry
