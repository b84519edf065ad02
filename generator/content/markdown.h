#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace metodaktiv::content {

struct MarkdownOptions {
  int heading_offset = 0;  ///< added to every heading's level; the result stays within 2–6
  std::string link_prefix =
      {};  ///< way from the page to the site's root ("", "../"): put before relative links
  std::string origin = {};  ///< names the text in messages: a file, «практика such-and-such»
  bool relative_links = true;  ///< false for texts from the registry: such links lead nowhere, only
                               ///< their text is kept
};

/// Bounds of one document; beyond them render_markdown() fails instead of taking forever.
inline constexpr std::size_t kMaxMarkdownBytes = 256 * 1024;
inline constexpr std::size_t kMaxHtmlBytes = 4 * 1024 * 1024;
inline constexpr int kMaxMarkdownDepth = 48;  ///< quotes, lists, emphasis inside one another

/// A heading of the text, for a table of contents.
struct Heading {
  int level = 2;  ///< as written: 2–6
  std::string id, text;
};

struct RenderedMarkdown {
  std::string html;
  std::vector<Heading> headings;  ///< in the order of the text
};

/// GitHub-flavoured Markdown as HTML that may stand in a page whoever wrote the text.
///
/// Relative links are written from the site's root. Only http, https, mailto and relative links
/// become links; pictures of other sites become links to them. Tags are left out, a block of HTML
/// is shown as text. Headings get ids (base::slug, unique in the text), footnotes ids with an
/// underscore, which no heading has. No inline styles. Bytes that are not UTF-8 become U+FFFD.
/// Thread-safe. Failure (Russian, names `origin`) when the text goes beyond the bounds.
RenderedMarkdown render_document(std::string_view text, const MarkdownOptions& options = {});
/// The HTML alone.
std::string render_markdown(std::string_view text, const MarkdownOptions& options = {});

}  // namespace metodaktiv::content
