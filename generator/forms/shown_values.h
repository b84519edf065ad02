#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "config/form_definition.h"

namespace metodaktiv::forms {

inline constexpr std::string_view kYes = "да";
inline constexpr std::string_view kNo = "нет";

/// How the allowed values of a column stand in a form: by their titles, or by the key where import
/// would not take the title for this value (equal titles, a '|' inside).
class ShownValues {
 public:
  explicit ShownValues(const std::vector<config::AllowedValue>& allowed);

  /// In the order in which they were given.
  [[nodiscard]] const std::vector<std::string>& offered() const { return offered_; }
  /// What stands for a key; a key that is not allowed stands for itself.
  [[nodiscard]] std::string shown(std::string_view key) const;
  /// The same for each part of "key|key".
  [[nodiscard]] std::string shown_list(std::string_view keys) const;

 private:
  std::vector<std::string> offered_;
  std::map<std::string, std::string, std::less<>> by_key_;
};

}  // namespace metodaktiv::forms
