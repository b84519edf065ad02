#include "reports/markdown.h"

#include <fmt/format.h>

#include "base/text.h"
#include "workbook/cell_text.h"

namespace metodaktiv::reports {
namespace {

// No text of a report is as long: what exceeds this came into the registry by mistake.
constexpr std::size_t kInlineLimit = 1000, kBlockLimit = 6000;  // UTF-16 units

std::string escape_markdown(std::string_view text, std::size_t limit = kInlineLimit) {
  return base::escape_markdown(text.size() > limit ? workbook::cell_text(text, limit) : text);
}

/// Escaped text that opens a block: what would make it a list, a rule or an underlined heading is
/// kept from doing so, and so is white space, which would make it code.
std::string block_start(std::string_view text) {
  auto escaped = escape_markdown(base::trimmed(text), kBlockLimit);
  const auto digits = escaped.find_first_not_of("0123456789");
  if (escaped.empty() || digits == std::string::npos) return escaped;
  const bool list = digits > 0 && (escaped[digits] == '.' || escaped[digits] == ')');
  const bool mark = digits == 0 && std::string_view("-+=").find(escaped[0]) != std::string::npos;
  if (list || mark) escaped.insert(digits, 1, '\\');
  return escaped;
}

std::string cell_text(const std::string& text) {
  return text.empty() ? "—" : escape_markdown(text);
}

/// The address stands in angle brackets, so that spaces and parentheses keep it whole.
std::string link(const MarkdownLink& link) {
  return fmt::format("[{}](<{}>)", escape_markdown(link.text), escape_markdown(link.address));
}

}  // namespace

void Markdown::heading(int level, std::string_view text) {
  if (!text_.empty()) text_ += '\n';
  text_ += fmt::format("{} {}\n", std::string(static_cast<std::size_t>(level), '#'),
                       escape_markdown(text));
}

void Markdown::paragraph(std::string_view text) {
  text_ += fmt::format("\n{}\n", block_start(text));
}

void Markdown::bullets(const std::vector<std::string>& items) {
  if (items.empty()) return;
  text_ += '\n';
  for (const auto& item : items) text_ += fmt::format("- {}\n", block_start(item));
}

void Markdown::numbered(const std::vector<std::string>& items, std::size_t first) {
  if (items.empty()) return;
  text_ += '\n';
  for (std::size_t i = 0; i < items.size(); ++i) {
    text_ += fmt::format("{}. {}\n", first + i, block_start(items[i]));
  }
}

void Markdown::links(const std::vector<MarkdownLink>& items) {
  if (items.empty()) return;
  text_ += '\n';
  for (const auto& item : items) text_ += fmt::format("- {}\n", link(item));
}

void Markdown::table_head(const std::vector<std::string>& headers, std::string_view alignment) {
  text_ += "\n|";
  for (const auto& header : headers) text_ += fmt::format(" {} |", escape_markdown(header));
  text_ += "\n|";
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const char side = i < alignment.size() ? alignment[i] : 'l';
    text_ += side == 'r' ? " ---: |" : side == 'c' ? " :---: |" : " --- |";
  }
  text_ += '\n';
}

void Markdown::table(const std::vector<std::string>& headers, std::string_view alignment,
                     const std::vector<std::vector<std::string>>& rows) {
  table_head(headers, alignment);
  for (const auto& row : rows) {
    text_ += '|';
    for (const auto& cell : row) text_ += fmt::format(" {} |", cell_text(cell));
    text_ += '\n';
  }
}

void Markdown::table(const std::vector<std::string>& headers, std::string_view alignment,
                     const std::vector<std::vector<MarkdownCell>>& rows) {
  table_head(headers, alignment);
  for (const auto& row : rows) {
    text_ += '|';
    for (const auto& cell : row) {
      std::vector<std::string> parts;
      if (!cell.text.empty() || cell.links.empty()) parts.push_back(cell_text(cell.text));
      for (const auto& one : cell.links) parts.push_back(link(one));
      text_ += fmt::format(" {} |", base::join(parts, " "));
    }
    text_ += '\n';
  }
}

}  // namespace metodaktiv::reports
