#include "content/html_writer.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/link_policy.h"
#include "content/markdown_limits.h"
#include "content/markdown_node.h"

namespace metodaktiv::content {

RenderedMarkdown HtmlWriter::write(cmark_node* root) {
  int depth = 0;
  const Iterator iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_ENTER) {
      if (!is_leaf(node) && ++depth > kMaxMarkdownDepth) {
        fail_markdown(options_.origin, static_cast<std::size_t>(cmark_node_get_start_line(node)),
                      "слишком глубокая вложенность",
                      fmt::format("Оставьте не больше {} уровней.", kMaxMarkdownDepth));
      }
      enter(node);
    } else {
      --depth;
      leave(node);
    }
    if (out_.size() > kMaxHtmlBytes) {
      fail_markdown(options_.origin, 0, "страница из него вышла бы больше 4 МБ",
                    "Разделите текст на несколько страниц.");
    }
  }
  return {std::move(out_), std::move(headings_)};
}

void HtmlWriter::enter(cmark_node* node) {
  if (inside_image_ > 0) {
    plain(node);
    return;
  }
  if (enter_block(node)) return;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      escaped(literal(node));
      return;
    case CMARK_NODE_SOFTBREAK:
      out_ += '\n';
      return;
    case CMARK_NODE_LINEBREAK:
      out_ += "<br>\n";
      return;
    case CMARK_NODE_CODE:
      out_ += "<code>";
      escaped(literal(node));
      out_ += "</code>";
      return;
    case CMARK_NODE_EMPH:
      out_ += "<em>";
      return;
    case CMARK_NODE_STRONG:
      out_ += "<strong>";
      return;
    case CMARK_NODE_LINK:
      enter_link(node);
      return;
    case CMARK_NODE_IMAGE:
      enter_image(node);
      return;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      footnote_reference(node);
      return;
    default:
      if (type(node) == "strikethrough") out_ += "<del>";
  }
}

bool HtmlWriter::enter_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      out_ += "<blockquote>\n";
      return true;
    case CMARK_NODE_LIST:
      enter_list(node);
      return true;
    case CMARK_NODE_ITEM:
      enter_item(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      code_block(node);
      return true;
    case CMARK_NODE_HTML_BLOCK:
      html_block(node);
      return true;
    case CMARK_NODE_PARAGRAPH:
      if (!is_tight(node)) out_ += "<p>";
      return true;
    case CMARK_NODE_HEADING:
      enter_heading(node);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      out_ += "<hr>\n";
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      enter_footnote(node);
      return true;
    default:
      break;
  }
  const auto name = type(node);
  if (name == "table") {
    enter_table(node);
  } else if (name == "table_header" || name == "table_row") {
    enter_row(name == "table_header");
  } else if (name == "table_cell") {
    enter_cell(node);
  } else {
    return false;
  }
  return true;
}

void HtmlWriter::leave(cmark_node* node) {
  if (inside_image_ > 0 && cmark_node_get_type(node) != CMARK_NODE_IMAGE) return;
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      out_ += "</blockquote>\n";
      return;
    case CMARK_NODE_LIST:
      out_ += cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n";
      return;
    case CMARK_NODE_ITEM:
      out_ += "</li>\n";
      return;
    case CMARK_NODE_PARAGRAPH:
      if (!is_tight(node)) {
        out_ += "</p>\n";
      } else if (cmark_node_next(node)) {
        out_ += '\n';
      }
      return;
    case CMARK_NODE_HEADING:
      out_ += fmt::format(
          "</h{}>\n",
          std::clamp(cmark_node_get_heading_level(node) + options_.heading_offset, 2, 6));
      return;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      leave_footnote(node);
      return;
    case CMARK_NODE_EMPH:
      out_ += "</em>";
      return;
    case CMARK_NODE_STRONG:
      out_ += "</strong>";
      return;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      if (as_image_.erase(node) != 0) {
        out_ += "\">";
        --inside_image_;
      } else if (as_link_.erase(node) != 0) {
        out_ += "</a>";
        --inside_link_;
      }
      return;
    default:
      break;
  }
  const auto name = type(node);
  if (name == "strikethrough") {
    out_ += "</del>";
  } else if (name == "table_cell") {
    out_ += in_head_ && cmark_node_first_child(node) ? "</th>" : "</td>";
  } else if (name == "table_header") {
    out_ += "</tr>\n</thead>\n";
  } else if (name == "table_row") {
    out_ += "</tr>\n";
  } else if (name == "table") {
    out_ += body_open_ ? "</tbody>\n</table></section>\n" : "</table></section>\n";
  }
}

/// Inside alt="…" there is text only.
void HtmlWriter::plain(cmark_node* node) {
  const auto kind = cmark_node_get_type(node);
  if (kind == CMARK_NODE_TEXT || kind == CMARK_NODE_CODE) escaped(literal(node));
  if (kind == CMARK_NODE_SOFTBREAK || kind == CMARK_NODE_LINEBREAK) out_ += ' ';
}

void HtmlWriter::enter_list(cmark_node* node) {
  if (cmark_node_get_list_type(node) != CMARK_ORDERED_LIST) {
    out_ += "<ul>\n";
    return;
  }
  const int start = cmark_node_get_list_start(node);
  out_ += start == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", start);
}

void HtmlWriter::enter_item(cmark_node* node) {
  if (type(node) != "tasklist") {
    out_ += "<li>";
    return;
  }
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
  out_ += done ? "<li class=\"task\"><span role=\"img\" aria-label=\"сделано\">☑</span> "
               : "<li class=\"task\"><span role=\"img\" aria-label=\"не сделано\">☐</span> ";
}

void HtmlWriter::enter_heading(cmark_node* node) {
  const int level = std::clamp(cmark_node_get_heading_level(node) + options_.heading_offset, 2, 6);
  auto text = plain_text(node);
  const auto id = unique_id(text);
  out_ += fmt::format("<h{} id=\"{}\">", level, id);
  headings_.push_back({level, id, std::move(text)});
}

std::string HtmlWriter::unique_id(std::string_view heading) {
  std::string base = base::slug(heading);
  if (base.empty()) base = "section";
  if (base.front() >= '0' && base.front() <= '9')
    base = "razdel-" + base;  // an id begins with a letter
  std::string id = base;
  while (!ids_.insert(id).second) {
    int& number = last_number_.try_emplace(base, 1).first->second;
    id = fmt::format("{}-{}", base, ++number);
  }
  return id;
}

void HtmlWriter::enter_table(cmark_node* node) {
  ++tables_;
  body_open_ = false;
  columns_ = cmark_gfm_extensions_get_table_columns(node);
  alignments_ = cmark_gfm_extensions_get_table_alignments(node);
  const auto label = tables_ == 1 ? std::string("Таблица") : fmt::format("Таблица {}", tables_);
  out_ += fmt::format("<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"{}\"><table>\n",
                      label);
}

void HtmlWriter::enter_row(bool head) {
  column_ = 0;
  in_head_ = head;
  if (head) {
    out_ += "<thead>\n";
  } else if (!body_open_) {
    out_ += "<tbody>\n";
    body_open_ = true;
  }
  out_ += "<tr>";
}

void HtmlWriter::enter_cell(cmark_node* node) {
  const char alignment =
      alignments_ && column_ < columns_ ? static_cast<char>(alignments_[column_]) : '\0';
  ++column_;
  out_ += in_head_ && cmark_node_first_child(node) ? "<th scope=\"col\"" : "<td";
  if (alignment == 'r') out_ += " class=\"align-right\"";
  if (alignment == 'c') out_ += " class=\"align-center\"";
  out_ += '>';
}

void HtmlWriter::code_block(cmark_node* node) {
  out_ += "<pre tabindex=\"0\"><code>";
  escaped(literal(node));
  out_ += "</code></pre>\n";
}

/// Shown as the text it is, so that nothing a person wrote is lost unnoticed; notes to oneself are
/// not.
void HtmlWriter::html_block(cmark_node* node) {
  const auto text = base::trimmed(literal(node));
  if (text.starts_with("<!--")) return;
  out_ += "<p>";
  escaped(text);
  out_ += "</p>\n";
}

std::string HtmlWriter::address(std::string_view url) const {
  if (classify_link(url) != LinkKind::kRelative) return link_attribute(url);
  if (url.starts_with('/')) url.remove_prefix(1);
  // «/javascript:…» is a path until its slash is gone.
  const bool stays_a_path = url.empty() || classify_link(url) == LinkKind::kRelative;
  return link_attribute((stays_a_path ? options_.link_prefix : options_.link_prefix + "./") +
                        std::string(url));
}

void HtmlWriter::open_link(std::string_view url, std::string_view title, bool external) {
  out_ += fmt::format("<a href=\"{}\"", address(url));
  if (!title.empty()) {
    out_ += " title=\"";
    escaped(title);
    out_ += '"';
  }
  out_ += external ? " rel=\"noopener\">" : ">";
  ++inside_link_;
}

void HtmlWriter::enter_link(cmark_node* node) {
  const std::string_view url = cmark_node_get_url(node);
  const auto kind = classify_link(url);
  const bool own = kind == LinkKind::kRelative || kind == LinkKind::kAnchor;
  if (inside_link_ > 0 || kind == LinkKind::kRefused || (own && !options_.relative_links)) return;
  open_link(url, cmark_node_get_title(node), kind == LinkKind::kExternal);
  as_link_.insert(node);
  if (!cmark_node_first_child(node)) escaped(url);
}

/// The pages allow pictures of their own site only (Content-Security-Policy): one from elsewhere
/// becomes a link to it.
void HtmlWriter::enter_image(cmark_node* node) {
  const std::string_view url = cmark_node_get_url(node);
  const auto kind = classify_link(url);
  if (kind == LinkKind::kRelative && options_.relative_links) {
    out_ += fmt::format("<img src=\"{}\" loading=\"lazy\" alt=\"", address(url));
    ++inside_image_;
    as_image_.insert(node);
  } else if (kind == LinkKind::kExternal && inside_link_ == 0) {
    open_link(url, cmark_node_get_title(node), true);
    as_link_.insert(node);
    if (!cmark_node_first_child(node)) escaped(url);
  }
}

void HtmlWriter::escaped(std::string_view text) {
  if (!base::is_valid_utf8(text)) return escaped(whole_letters(text));
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      out_ += "&amp;";
    } else if (c == '<') {
      out_ += "&lt;";
    } else if (c == '>') {
      out_ += "&gt;";
    } else if (c == '"') {
      out_ += "&quot;";
    } else if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t') {
      out_ += c;
    }
  }
}

}  // namespace metodaktiv::content
