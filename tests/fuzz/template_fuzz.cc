// Values in templates. Two kinds of input, by the first byte: any text as a template, which a value
// full of markup must not get out of; and any value in a page of every context that the project's
// templates have: the page keeps its tags and attributes, links lead nowhere but allowed.
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "fuzz/checking_sink.h"
#include "fuzz/html_tags.h"
#include "fuzz/temporary_folder.h"
#include "site/renderer.h"

namespace {

using namespace metodaktiv;
using fuzz::CheckingSink;

constexpr std::string_view kHead = "{{%AUTOESCAPE context=\"HTML\"}}\n";
constexpr std::string_view kCanary = "<zq9 \"'`=>&{{NAME}}\n</script><zq9>";

constexpr std::string_view kContexts = R"(<!doctype html>
<html lang="ru"><head><title>{{NAME}}</title><meta name="description" content="{{NAME}}">
<script src="{{ROOT}}assets/{{NAME}}" defer></script></head><body>
<h1 id="{{NAME}}" class="a {{NAME}}">{{NAME}}</h1>
<a href="{{LINK}}" title="{{NAME}}" aria-label="a {{NAME}} b">{{NAME}}</a>
<a href="{{ROOT}}x/{{NAME}}.html#{{NAME}}">{{NAME}}</a>
<img src="{{LINK}}" alt="{{NAME}}" width="{{NAME}}">
<time datetime="{{NAME}}">{{NAME}}</time><td data-value="{{NAME}}">{{NAME}}</td>
<option value="{{NAME}}">{{NAME}}</option><pre><code>{{NAME:pre_escape}}</code></pre>
<svg viewBox="{{NAME}}"><text x="{{NAME}}">{{NAME}}</text><path d="{{NAME}}"/></svg>
{{#ROW}}<p class="{{CELL}}">{{CELL}}</p>{{/ROW}}{{#HAS_NAME}}<b>{{NAME}}</b>{{/HAS_NAME}}
</body></html>
)";

std::string render(const site::Renderer& renderer, const char* name, std::string_view value,
                   const std::string& root) {
  return renderer.render(name, root, [&](site::Dict dict) {
    dict.set("NAME", value);
    dict.set("A", value);
    dict.set("LINK", value);
    dict.show("HAS_NAME");
    dict.add("ROW").set("CELL", value);
    dict.add("ROW").set("CELL", value);
    dict.set_html("TEXT_HTML", site::SafeHtml("<b>текст</b>"));
  });
}

void check_template(const std::string& text) {
  if (text.find("zq9") != std::string::npos) return;  // the canary itself
  static const fuzz::TemporaryFolder folder;
  folder.write("page.html", text);
  try {
    const site::Renderer renderer(folder.path());
    CheckingSink::require(render(renderer, "page.html", kCanary, "").find("<zq9") ==
                          std::string::npos);
  } catch (const base::Failure& failure) {
    CheckingSink::require(*failure.what() != '\0');
  }
}

/// Names of tags and attributes in their order. A link may lead to another site, as one with https
/// may.
std::vector<fuzz::Tag> structure(const std::string& html) {
  auto tags = fuzz::HtmlTags::of(html);
  for (auto& tag : tags) {
    for (auto& [name, value] : tag.attributes) {
      if (name == "href" || name == "src")
        CheckingSink::require(fuzz::is_harmless_address(fuzz::attribute_text(value), true));
      value.clear();
    }
  }
  return tags;
}

void check_value(std::string_view value) {
  static const fuzz::TemporaryFolder folder;
  static const site::Renderer renderer = [] {
    folder.write("contexts.html", std::string(kHead) + std::string(kContexts));
    return site::Renderer(folder.path());
  }();
  static const auto usual = structure(render(renderer, "contexts.html", "x", "../"));
  const auto html = render(renderer, "contexts.html", value, "../");
  CheckingSink::require(structure(html) == usual);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 0) {
    check_value(rest);
  } else {
    check_template(std::string(kHead) + std::string(rest));
    check_template(std::string(rest));
  }
  return 0;
}
