#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::reports {

/// A GitHub-flavoured Markdown text being written. All text given to it is escaped.
class Markdown {
 public:
  void heading(int level, std::string_view text);
  void paragraph(std::string_view text);
  void bullets(const std::vector<std::string>& items);
  void numbered(const std::vector<std::string>& items);
  /// Columns with 'r' in `alignment` are right-aligned, 'c' centred, others left.
  void table(const std::vector<std::string>& headers, std::string_view alignment,
             const std::vector<std::vector<std::string>>& rows);

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace metodaktiv::reports
