#include "reports/form2_layout.h"

#include <algorithm>

#include "reports/form_styles.h"
#include "workbook/measure.h"

namespace metodaktiv::reports {
namespace {

constexpr double kLeastHeight = 17;

double height_of(const std::string& text, Form2Column column) {
  return workbook::fitting_height(text, kForm2Widths[column], form_style::cell());
}

double height_of(const Form2Line& line) {
  const auto& row = *line.row;
  double height = std::max({kLeastHeight, height_of(row.organization_name, kOrganization),
                            height_of(row.municipality_name, kMunicipality)});
  if (line.starts_subject) height = std::max(height, height_of(row.subject, kSubject));
  if (line.starts_methodist) {
    height =
        std::max({height, height_of(row.full_name, kName), height_of(row.other_direction, kOther)});
  }
  return height;
}

}  // namespace

std::vector<Form2Line> lay_out(const std::vector<const indicators::Form2Row*>& rows,
                               double first_page_room, double page_room, double ending) {
  std::vector<Form2Line> lines;
  lines.reserve(rows.size());
  double room = first_page_room;
  int number = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Form2Line line;
    line.row = rows[i];
    line.starts_methodist = i == 0 || rows[i - 1]->methodist != rows[i]->methodist;
    line.starts_subject = line.starts_methodist || rows[i - 1]->subject != rows[i]->subject;
    number += line.starts_methodist;
    line.number = number;
    line.height = height_of(line);
    if (line.height > room && i > 0) {
      line.starts_page = line.starts_methodist = line.starts_subject = true;
      line.height = height_of(line);
      room = page_room;
    }
    room -= line.height;
    lines.push_back(line);
  }
  if (room < ending && lines.size() > 1) {
    auto& last = lines.back();
    last.starts_page = last.starts_methodist = last.starts_subject = true;
    last.height = height_of(last);
  }
  return lines;
}

}  // namespace metodaktiv::reports
