#include "reports/markdown.h"

#include <fmt/format.h>

#include "base/text.h"

namespace metodaktiv::reports {

using base::escape_markdown;

void Markdown::heading(int level, std::string_view text) {
  if (!text_.empty()) text_ += '\n';
  text_ += fmt::format("{} {}\n", std::string(static_cast<std::size_t>(level), '#'),
                       escape_markdown(text));
}

void Markdown::paragraph(std::string_view text) {
  text_ += fmt::format("\n{}\n", escape_markdown(text));
}

void Markdown::bullets(const std::vector<std::string>& items) {
  if (items.empty()) return;
  text_ += '\n';
  for (const auto& item : items) text_ += fmt::format("- {}\n", escape_markdown(item));
}

void Markdown::numbered(const std::vector<std::string>& items) {
  if (items.empty()) return;
  text_ += '\n';
  for (std::size_t i = 0; i < items.size(); ++i) {
    text_ += fmt::format("{}. {}\n", i + 1, escape_markdown(items[i]));
  }
}

void Markdown::table(const std::vector<std::string>& headers, std::string_view alignment,
                     const std::vector<std::vector<std::string>>& rows) {
  text_ += "\n|";
  for (const auto& header : headers) text_ += fmt::format(" {} |", escape_markdown(header));
  text_ += "\n|";
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const char side = i < alignment.size() ? alignment[i] : 'l';
    text_ += side == 'r' ? " ---: |" : side == 'c' ? " :---: |" : " --- |";
  }
  text_ += '\n';
  for (const auto& row : rows) {
    text_ += '|';
    for (const auto& cell : row)
      text_ += fmt::format(" {} |", cell.empty() ? "—" : escape_markdown(cell));
    text_ += '\n';
  }
}

}  // namespace metodaktiv::reports
