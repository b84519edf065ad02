#pragma once

#include <array>
#include <vector>

#include "indicators/forms.h"

namespace metodaktiv::reports {

/// Columns of form 2 and their widths.
enum Form2Column { kNumber, kName, kSubject, kOther, kMunicipality, kOrganization, kTeachers };
inline constexpr std::array<double, 7> kForm2Widths = {5.5, 29, 19, 14, 18, 50, 12.5};

/// One line of form 2 with its place on paper.
struct Form2Line {
  const indicators::Form2Row* row = nullptr;
  int number = 0;  ///< of the methodist
  double height = 0;
  bool starts_page = false;
  bool starts_methodist = false;  ///< number, name and direction stand here; also on top of a page
  bool starts_subject = false;
};

/// Gives every row its height and its page. The name of a methodist whose rows run over a page's
/// end is repeated on the next page. Rooms are in points, without the repeated header. Where
/// `ending` (total and signature) doesn't fit behind the last line, that line goes with it to the
/// next page.
std::vector<Form2Line> lay_out(const std::vector<const indicators::Form2Row*>& rows,
                               double first_page_room, double page_room, double ending = 0);

}  // namespace metodaktiv::reports
