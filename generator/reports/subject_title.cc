#include "reports/subject_title.h"

#include "base/text.h"

namespace metodaktiv::reports {

std::string subject_title(const std::string& area, const std::string& name) {
  const bool generic = base::folded(name).starts_with("все предмет");
  return generic && !area.empty() ? area : name;
}

std::string subject_title(const ReportContext& context, const std::string& name) {
  if (context.region_form1 == nullptr) return name;
  for (const auto& row : context.region_form1->rows) {
    if (row.subject_name == name) return subject_title(row.area, name);
  }
  return name;
}

}  // namespace metodaktiv::reports
