#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace metodaktiv::content {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

/// What stands in a node of its own; empty when it has nothing.
std::string_view literal(cmark_node* node);

/// Without the bytes of letters that the parser cut in two: it makes a footnote mark without its
/// footnote text again, and counts wrongly behind a line end or a character reference.
std::string whole_letters(std::string_view text);

/// The name of the node's type, extensions included.
std::string_view type(cmark_node* node);

/// A node that the iterator visits once, without a way out of it.
bool is_leaf(cmark_node* node);

/// A paragraph of a tight list stands in its item without <p>.
bool is_tight(cmark_node* paragraph);

/// The words of a node and of all below it, without marks.
std::string plain_text(cmark_node* node);

}  // namespace metodaktiv::content
