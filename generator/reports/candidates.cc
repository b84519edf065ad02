#include "reports/candidates.h"

#include "base/text.h"
#include "config/ownership.h"

namespace metodaktiv::reports {

std::vector<Candidate> read_candidates(registry::Database& registry) {
  auto query = registry.prepare(
      "SELECT n.stage, n.last_name, n.first_name, n.patronymic, m.code, m.name, s.name, "
      "n.nominated_by, n.stage_on "
      "FROM nominations AS n JOIN municipalities AS m ON m.code = n.municipality "
      "LEFT JOIN subjects AS s ON s.code = n.subject "
      "ORDER BY n.last_name, n.first_name, n.patronymic, n.code",
      "отчёты");
  std::vector<Candidate> candidates;
  while (query.next()) {
    candidates.push_back({query.text(0),
                          base::full_name(query.text(1), query.text(2), query.text_or_empty(3)),
                          query.text(4), query.text(5), query.text_or_empty(6),
                          query.text_or_empty(7), base::Date::parse_iso(query.text_or_empty(8))});
  }
  return candidates;
}

std::vector<config::AllowedValue> candidate_stages(
    const std::vector<config::FormDefinition>& forms) {
  const auto* form = config::form_of(forms, "nominations");
  const auto* column = form ? form->column("stage") : nullptr;
  return column ? column->values : std::vector<config::AllowedValue>();
}

}  // namespace metodaktiv::reports
