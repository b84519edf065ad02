#include "content/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "config/toml_remark.h"

namespace metodaktiv::content {
namespace {

constexpr std::string_view kFence = "+++";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) {
    line.remove_suffix(1);
  }
  return line;
}

void report(base::Findings& findings, const std::string& file, int line, std::string message,
            std::string remedy) {
  findings.add({base::Severity::kError,
                "front-matter",
                {file, {}, line, {}},
                {},
                std::move(message),
                std::move(remedy)});
}

}  // namespace

FrontMatter split_front_matter(std::string_view text, const std::string& file,
                               base::Findings& findings) {
  FrontMatter result;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  result.body = text;
  std::string_view rest = text;
  if (take_line(rest) != kFence) {
    report(findings, file, 1, "Страница должна начинаться со строки «+++».",
           "Добавьте в начало: +++, строку title = \"Заголовок\" и ещё раз +++.");
    return result;
  }
  // The head is parsed with an empty line before it, so that its lines count as the file's do.
  std::string head = "\n";
  int line = 1;
  bool closed = false;
  while (!rest.empty() && !closed) {
    const auto text_line = take_line(rest);
    ++line;
    closed = text_line == kFence;
    if (!closed) head.append(text_line).append("\n");
  }
  if (!closed) {
    report(findings, file, 1, "Не найдена вторая строка «+++»: непонятно, где начинается текст.",
           "Закройте сведения о странице строкой +++.");
    return result;
  }
  result.body = rest;
  result.body_line = line + 1;
  try {
    result.head = toml::parse(head, file);
    result.found = true;
  } catch (const toml::parse_error& error) {
    auto remark = config::toml_remark(error, head);
    report(findings, file, static_cast<int>(error.source().begin.line), std::move(remark.message),
           std::move(remark.remedy));
  }
  return result;
}

}  // namespace metodaktiv::content
