#include "site/dict.h"

#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_string.h>

namespace metodaktiv::site {
namespace {

constexpr std::string_view kNumberSign = "№ ";

ctemplate::TemplateString view(std::string_view text) { return {text.data(), text.size()}; }

/// «№» stays on the line with its number: a no-break space in place of the space after it.
std::string with_number_signs(std::string_view text) {
  std::string result;
  for (auto at = text.find(kNumberSign); at != text.npos; at = text.find(kNumberSign)) {
    result += text.substr(0, at);
    result += "№\u00A0";
    text.remove_prefix(at + kNumberSign.size());
  }
  return result += text;
}

}  // namespace

void Dict::set(std::string_view name, std::string_view value) {
  if (value.find(kNumberSign) == value.npos) return values_->SetValue(view(name), view(value));
  values_->SetValue(view(name), view(with_number_signs(value)));
}

void Dict::put(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  set(name, value);
  show("HAS_" + std::string(name));
}

void Dict::set_html(std::string_view name, const SafeHtml& html) {
  values_->SetValue(view(name), view(html.text()));
}

void Dict::link(std::string_view name, std::string_view target) {
  set(name, *root_ + std::string(target));
}

void Dict::show(std::string_view section) { values_->ShowSection(view(section)); }

Dict Dict::add(std::string_view section) {
  return {*values_->AddSectionDictionary(view(section)), *root_};
}

Dict Dict::include(std::string_view name, std::string_view file) {
  auto* child = values_->AddIncludeDictionary(view(name));
  child->SetFilename(view(file));
  return {*child, *root_};
}

}  // namespace metodaktiv::site
