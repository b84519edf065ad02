#include "config/form_texts.h"

#include <string_view>

#include "config/profile_parts.h"
#include "config/toml_reader.h"

namespace metodaktiv::config {

std::string for_year(std::string text, const std::string& school_year) {
  constexpr std::string_view kYear = "{year}";
  for (auto at = text.find(kYear); at != std::string::npos; at = text.find(kYear, at)) {
    text.replace(at, kYear.size(), school_year);
    at += school_year.size();
  }
  return text;
}

void read_form_texts(TomlReader& reader, FormTexts& texts) {
  reader.table("forms", false, [&](TomlReader& r) {
    texts.annex = r.text("annex");
    texts.annex_to = r.text("annex_to");
    texts.form1_title = r.text("form1_title", texts.form1_title);
    texts.form2_title = r.text("form2_title", texts.form2_title);
    texts.form2_place = r.text("form2_place");
    texts.form2_year = r.text("form2_year", texts.form2_year);
    r.table("approval", false, [&](TomlReader& a) {
      texts.approval = a.text("heading");
      texts.approval_position = a.text("position");
      texts.approval_organization = a.text("organization");
      texts.approval_signature = a.text("signature");
      texts.approval_name = a.text("name");
      texts.approval_date = a.text("date");
    });
  });
}

}  // namespace metodaktiv::config
