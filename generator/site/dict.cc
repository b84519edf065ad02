#include "site/dict.h"

#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_string.h>

namespace metodaktiv::site {
namespace {

ctemplate::TemplateString view(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

void Dict::set(std::string_view name, std::string_view value) {
  values_->SetValue(view(name), view(value));
}

void Dict::put(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  set(name, value);
  show("HAS_" + std::string(name));
}

void Dict::set_html(std::string_view name, const SafeHtml& html) { set(name, html.text()); }

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
