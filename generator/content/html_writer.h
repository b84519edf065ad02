#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "content/markdown.h"

struct cmark_node;

namespace metodaktiv::content {

/// Writes one parsed Markdown tree as HTML under the rules of render_markdown(). For one tree.
class HtmlWriter {
 public:
  explicit HtmlWriter(const MarkdownOptions& options) : options_(options) {}

  /// Failure when the tree is too deep or the HTML too long.
  RenderedMarkdown write(cmark_node* root);

 private:
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void plain(cmark_node* node);
  bool enter_block(cmark_node* node);
  void enter_list(cmark_node* node);
  void enter_item(cmark_node* node);
  void enter_heading(cmark_node* node);
  void footnote_reference(cmark_node* node);
  void enter_footnote(cmark_node* node);
  void leave_footnote(cmark_node* node);
  void enter_table(cmark_node* node);
  void enter_row(bool head);
  void enter_cell(cmark_node* node);
  void code_block(cmark_node* node);
  void html_block(cmark_node* node);
  void enter_link(cmark_node* node);
  void enter_image(cmark_node* node);
  void open_link(std::string_view url, std::string_view title, bool external);
  std::string address(std::string_view url) const;
  std::string unique_id(std::string_view heading);
  void escaped(std::string_view text);

  const MarkdownOptions& options_;
  std::string out_;
  std::vector<Heading> headings_;
  std::map<std::string, int> last_number_;  // of an id's numbered variants
  std::set<std::string> ids_ = {"main"};    // the page's own place for «skip to the content»
  std::map<std::string, int> references_;   // of a footnote so far, by its number
  int footnotes_ = 0;
  std::set<const cmark_node*> as_link_;  // links and images that were opened as <a>
  std::set<const cmark_node*> as_image_;
  int inside_link_ = 0;
  int inside_image_ = 0;
  int tables_ = 0;
  bool in_head_ = false;
  bool body_open_ = false;
  int column_ = 0;
  int columns_ = 0;
  const unsigned char* alignments_ = nullptr;
};

}  // namespace metodaktiv::content
