#include "demo/template_text.h"

#include <fmt/format.h>

#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace metodaktiv::demo {

std::string fill(std::string_view text, const Words& words) {
  std::string result;
  result.reserve(text.size() + 64);
  std::size_t at = 0;
  while (at < text.size()) {
    const auto open = text.find('{', at);
    result += text.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    std::string key(text.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1));
    const bool capital = !key.empty() && key.front() >= 'A' && key.front() <= 'Z';
    if (capital) key.front() = static_cast<char>(key.front() - 'A' + 'a');
    const auto found = words.find(key);
    if (found == words.end()) {
      throw base::Failure(fmt::format(
          "Заготовка для примера «{}»: неизвестная подстановка {{{}}}. Исправьте её в data/demo.",
          text, key));
    }
    result += capital ? base::capitalized(found->second) : found->second;
    at = close + 1;
  }
  return result;
}

std::string_view variant(std::string_view text, Random& random) {
  std::vector<std::string_view> variants;
  for (;;) {
    const auto end = text.find("||");
    variants.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return variants[random.below(variants.size())];
}

std::string typeset(std::string_view text) {
  static constexpr std::string_view kNoBreak = "\u00A0";
  static constexpr std::string_view kDash = "—";
  static constexpr std::string_view kNumber = "№";
  std::string result;
  result.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ') {
      result += text[i];
      continue;
    }
    const auto rest = text.substr(i + 1);
    const bool before_dash = rest.starts_with(kDash) && i > 0 && text[i - 1] != '\n';
    const bool after_number = std::string_view(result).ends_with(kNumber);
    if (before_dash || after_number || rest.starts_with('%')) {
      result += kNoBreak;
    } else {
      result += ' ';
    }
  }
  return result;
}

}  // namespace metodaktiv::demo
