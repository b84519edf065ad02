#include <cmark-gfm.h>
#include <fmt/format.h>

#include <string>

#include "content/html_writer.h"

namespace metodaktiv::content {

/// The parser puts the footnote's number into its references and the footnotes, in the order of
/// their numbers, at the end of the text.
void HtmlWriter::footnote_reference(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  const std::string number(text ? text : "");
  if (inside_link_ > 0) {
    out_ += fmt::format("<sup>{}</sup>", number);
    return;
  }
  const int nth = ++references_[number];
  out_ += fmt::format(
      "<sup class=\"footnote-ref\"><a href=\"#fn_{0}\" id=\"fnref_{0}{1}\" aria-label=\"сноска "
      "{0}\">{0}</a></sup>",
      number, nth == 1 ? std::string() : fmt::format("_{}", nth));
}

void HtmlWriter::enter_footnote(cmark_node* /*node*/) {
  if (footnotes_ == 0) out_ += "<section class=\"footnotes\" aria-label=\"Сноски\"><ol>\n";
  out_ += fmt::format("<li id=\"fn_{}\">", ++footnotes_);
}

void HtmlWriter::leave_footnote(cmark_node* node) {
  if (references_.contains(std::to_string(footnotes_))) {
    out_ += fmt::format(
        "<a class=\"footnote-back\" href=\"#fnref_{0}\" aria-label=\"назад к тексту, сноска "
        "{0}\">↑</a>",
        footnotes_);
  }
  out_ += "</li>\n";
  if (!cmark_node_next(node)) out_ += "</ol></section>\n";
}

}  // namespace metodaktiv::content
