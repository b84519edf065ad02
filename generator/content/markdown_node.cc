#include "content/markdown_node.h"

#include "base/text.h"

namespace metodaktiv::content {

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? text : "";
}

std::string whole_letters(std::string_view text) {
  std::string whole;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >> 6 == 2) ++end;
    if (const auto letter = text.substr(i, end - i); base::is_valid_utf8(letter)) whole += letter;
    i = end;
  }
  return whole;
}

std::string_view type(cmark_node* node) { return cmark_node_get_type_string(node); }

bool is_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      return true;
    default:
      return false;
  }
}

bool is_tight(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item ? cmark_node_parent(item) : nullptr;
  return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

std::string plain_text(cmark_node* node) {
  std::string text;
  const Iterator iterator(cmark_iter_new(node));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* at = cmark_iter_get_node(iterator.get());
    const auto kind = cmark_node_get_type(at);
    if (kind == CMARK_NODE_TEXT || kind == CMARK_NODE_CODE) text += literal(at);
    if (kind == CMARK_NODE_SOFTBREAK || kind == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return base::is_valid_utf8(text) ? text : whole_letters(text);
}

}  // namespace metodaktiv::content
