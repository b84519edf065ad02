#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/database.h"

namespace metodaktiv::quality {

/// A Russian sentence with places for values: {name} the value, {name:one|few|many} a number with
/// its word («3 педагога»), {name#one|few|many} the word alone. ISO dates are shown as ДД.ММ.ГГГГ,
/// numbers grouped.
class MessageTemplate {
 public:
  MessageTemplate() = default;

  /// Nothing when braces or word forms are wrong.
  static std::optional<MessageTemplate> parse(std::string_view text);

  /// Names in the order of the text; may repeat.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Failure when a word form is asked for a value that is no whole number.
  [[nodiscard]] std::string fill(
      const std::function<registry::Value(const std::string& name)>& value_of) const;

 private:
  enum class Kind { kText, kValue, kCounted, kWord };
  struct Part {
    Kind kind = Kind::kText;
    std::string text;  ///< the text itself, or the name
    std::vector<std::string> forms;
  };
  std::vector<Part> parts_;
};

/// A registry value as a person reads it.
std::string shown(const registry::Value& value);

}  // namespace metodaktiv::quality
