#include "forms/shown_values.h"

#include "base/text.h"

namespace metodaktiv::forms {

ShownValues::ShownValues(const std::vector<config::AllowedValue>& allowed) {
  // Who owns a word: keys go before titles, the first title before a later one.
  std::map<std::string, std::string> owner;
  for (const auto& value : allowed) owner.emplace(base::folded(value.key), value.key);
  for (const auto& value : allowed) owner.emplace(base::folded(value.title), value.key);
  for (const auto& value : allowed) {
    const bool by_title = !base::trimmed(value.title).empty() &&
                          value.title.find('|') == std::string::npos &&
                          owner[base::folded(value.title)] == value.key;
    offered_.push_back(by_title ? std::string(base::trimmed(value.title)) : value.key);
    by_key_.emplace(value.key, offered_.back());
  }
}

std::string ShownValues::shown(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? std::string(key) : found->second;
}

std::string ShownValues::shown_list(std::string_view keys) const {
  std::vector<std::string> parts = base::split(keys, '|');
  for (auto& part : parts) part = shown(part);
  return base::join(parts, "|");
}

}  // namespace metodaktiv::forms
