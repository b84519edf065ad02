#pragma once

#include <string>

namespace metodaktiv::config {

/// The official wording of forms 1 and 2: [forms] of profile.toml. A region whose documents have no
/// such annex leaves the table out: its forms bear plain titles and nobody's approval. Titles may
/// hold {year}.
struct FormTexts {
  std::string annex;     ///< above the name of form 1: «Приложение»; may be empty
  std::string annex_to;  ///< the document that the forms are an annex of; may be empty
  std::string form1_title = "Численный состав методического актива в {year} учебном году";
  std::string form2_title =
      "Список региональных методистов\nи педагогов, закреплённых за ними, по организациям";
  std::string form2_place;  ///< small print under the region's name; may be empty
  std::string form2_year = "в {year} учебном году";
  /// Approval block of form 2; without a heading there is none.
  std::string approval;               ///< «УТВЕРЖДАЮ»
  std::string approval_position;      ///< small print under the lines to fill in
  std::string approval_organization;  ///< second line
  std::string approval_signature;
  std::string approval_name;
  std::string approval_date;  ///< the line for the date
};

/// A text of the forms for one school year.
std::string for_year(std::string text, const std::string& school_year);

}  // namespace metodaktiv::config
