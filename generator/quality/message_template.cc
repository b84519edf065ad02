#include "quality/message_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"

namespace metodaktiv::quality {
namespace {

constexpr std::size_t kForms = 3;

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::optional<MessageTemplate> MessageTemplate::parse(std::string_view text) {
  MessageTemplate result;
  while (!text.empty()) {
    const auto brace = text.find_first_of("{}");
    if (brace == std::string_view::npos) {
      result.parts_.push_back({Kind::kText, std::string(text), {}});
      break;
    }
    if (text[brace] == '}') return std::nullopt;
    if (brace > 0) result.parts_.push_back({Kind::kText, std::string(text.substr(0, brace)), {}});
    const auto end = text.find_first_of("{}", brace + 1);
    if (end == std::string_view::npos || text[end] == '{') return std::nullopt;
    const auto inner = text.substr(brace + 1, end - brace - 1);
    const auto mark = inner.find_first_of(":#");
    Part part{Kind::kValue, std::string(inner.substr(0, mark)), {}};
    if (mark != std::string_view::npos) {
      part.kind = inner[mark] == ':' ? Kind::kCounted : Kind::kWord;
      part.forms = base::split(inner.substr(mark + 1), '|');
      if (part.forms.size() != kForms) return std::nullopt;
    }
    if (!is_name(part.text)) return std::nullopt;
    result.parts_.push_back(std::move(part));
    text.remove_prefix(end + 1);
  }
  return result;
}

std::vector<std::string> MessageTemplate::names() const {
  std::vector<std::string> names;
  for (const auto& part : parts_) {
    if (part.kind != Kind::kText) names.push_back(part.text);
  }
  return names;
}

std::string MessageTemplate::fill(
    const std::function<registry::Value(const std::string&)>& value_of) const {
  std::string text;
  for (const auto& part : parts_) {
    if (part.kind == Kind::kText) {
      text += part.text;
      continue;
    }
    const auto value = value_of(part.text);
    if (part.kind == Kind::kValue) {
      text += shown(value);
      continue;
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) {
      throw base::Failure(
          fmt::format("«{}» в тексте замечания должно быть целым числом, а запрос вернул «{}».",
                      part.text, shown(value)));
    }
    const auto& forms = part.forms;
    text += part.kind == Kind::kCounted
                ? base::counted(*number, forms[0], forms[1], forms[2])
                : std::string(base::plural(*number, forms[0], forms[1], forms[2]));
  }
  return text;
}

std::string shown(const registry::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return base::grouped(*whole);
  if (const auto* real = std::get_if<double>(&value)) return base::plain_russian(*real);
  if (const auto* text = std::get_if<std::string>(&value)) {
    const auto date = base::Date::parse_iso(*text);
    return date ? date->dotted() : *text;
  }
  return {};
}

}  // namespace metodaktiv::quality
