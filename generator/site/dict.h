#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateDictionary;
}

namespace metodaktiv::site {

/// HTML that may enter a page as it is: only what content::render_markdown() or json_ld.h made.
/// Everything else is escaped by the templates.
class SafeHtml {
 public:
  explicit SafeHtml(std::string html) : html_(std::move(html)) {}
  [[nodiscard]] const std::string& text() const { return html_; }

 private:
  std::string html_;
};

/// Values for one template or one of its sections. A light handle: copies write to the same values.
/// A name not set is empty, a section not shown is left out. Names are looked up in the enclosing
/// sections too, so a section inside a repeated one needs a name of its own.
class Dict {
 public:
  /// `root` is the way from the page to the site's root ("", "../", …) and must outlive the handle.
  Dict(ctemplate::TemplateDictionary& values, const std::string& root)
      : values_(&values), root_(&root) {}

  void set(std::string_view name, std::string_view value);
  /// Sets the value and shows the section HAS_<name>, both only when the value is not empty.
  void put(std::string_view name, std::string_view value);
  /// For {{NAME:none}}; the templates use :none on names that end in _HTML and nowhere else.
  void set_html(std::string_view name, const SafeHtml& html);
  /// Relative link to a path of the site ("practices/index.html", may carry "#anchor").
  void link(std::string_view name, std::string_view target);
  void show(std::string_view section);
  void show_if(bool condition, std::string_view section) {
    if (condition) show(section);
  }
  /// One more repetition of a section.
  [[nodiscard]] Dict add(std::string_view section);
  /// One more inclusion of the template `file` at {{>NAME}}.
  [[nodiscard]] Dict include(std::string_view name, std::string_view file);

 private:
  ctemplate::TemplateDictionary* values_;
  const std::string* root_;
};

}  // namespace metodaktiv::site
