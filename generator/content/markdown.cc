#include "content/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <mutex>

#include "content/html_writer.h"
#include "content/markdown_limits.h"

namespace metodaktiv::content {
namespace {

constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

/// cmark-gfm switches its extensions' special characters on and off in a table of the whole process
/// while it parses: two parsers at once would lose each other's. So one text is parsed at a time;
/// writing HTML, the longer part, is not held up.
Tree parse(std::string_view text) {
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(kOptions));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

}  // namespace

RenderedMarkdown render_document(std::string_view text, const MarkdownOptions& options) {
  check_markdown_limits(text, options.origin);
  const Tree tree = parse(text);
  return HtmlWriter(options).write(tree.get());
}

std::string render_markdown(std::string_view text, const MarkdownOptions& options) {
  return render_document(text, options).html;
}

}  // namespace metodaktiv::content
