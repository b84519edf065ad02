#include "config/form_stamp.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::config {
namespace {

constexpr std::string_view kMark = "metodaktiv-form";

/// The value of " name=value" in the text; nullopt when the name does not stand there.
std::optional<std::string> part(std::string_view text, std::string_view name) {
  const auto marker = fmt::format(" {}=", name);
  const auto at = text.find(marker);
  if (at == std::string_view::npos) return std::nullopt;
  const auto value = text.substr(at + marker.size());
  return std::string(value.substr(0, value.find(' ')));
}

}  // namespace

std::string to_text(const FormStamp& stamp) {
  return fmt::format("{} municipality={} made={} due={} layout={}", kMark, stamp.municipality,
                     stamp.made_on, stamp.due_on, stamp.layout);
}

std::optional<FormStamp> parse_form_stamp(std::string_view text) {
  text = base::trimmed(text);
  if (!text.starts_with(kMark)) return std::nullopt;
  const auto municipality = part(text, "municipality");
  const auto made = part(text, "made");
  const auto due = part(text, "due");
  const auto layout = part(text, "layout");
  if (!municipality || !made || !due || !layout) return std::nullopt;
  return FormStamp{*municipality, *made, *due, *layout};
}

std::string reference_label(std::string_view name, std::string_view code) {
  return name.empty() ? std::string(code) : fmt::format("{} [{}]", name, code);
}

std::string_view code_of_label(std::string_view text) {
  text = base::trimmed(text);
  const auto open = text.rfind('[');
  if (!text.ends_with(']') || open == std::string_view::npos) return {};
  return base::trimmed(text.substr(open + 1, text.size() - open - 2));
}

}  // namespace metodaktiv::config
