#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::reports {

struct MarkdownLink {
  std::string text, address;  ///< a relative address
};

/// A cell of a table: its text and, behind it, links.
struct MarkdownCell {
  std::string text;
  std::vector<MarkdownLink> links = {};
};

/// A GitHub-flavoured Markdown text being written. All text given to it is escaped.
class Markdown {
 public:
  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);
  void bullets(const std::vector<std::string>& items);
  /// The first item has the number `first`.
  void numbered(const std::vector<std::string>& items, std::size_t first = 1);
  /// Columns with 'r' in `alignment` are right-aligned, 'c' centred, others left.
  void table(const std::vector<std::string>& headers, std::string_view alignment,
             const std::vector<std::vector<std::string>>& rows);
  void table(const std::vector<std::string>& headers, std::string_view alignment,
             const std::vector<std::vector<MarkdownCell>>& rows);
  /// A list of links.
  void links(const std::vector<MarkdownLink>& items);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void table_head(const std::vector<std::string>& headers, std::string_view alignment);

  std::string text_;
};

}  // namespace metodaktiv::reports
