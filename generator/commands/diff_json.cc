#include "commands/diff_json.h"

namespace metodaktiv::commands {

using nlohmann::ordered_json;

namespace {

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

template <typename Number>
ordered_json number_or_null(const std::optional<Number>& number) {
  return number ? ordered_json(*number) : ordered_json(nullptr);
}

template <typename Rows, typename Make>
ordered_json list_of(const Rows& rows, Make make) {
  auto list = ordered_json::array();
  for (const auto& row : rows) list.push_back(make(row));
  return list;
}

ordered_json person_json(const changes::Person& person) {
  return {{"code", person.code},
          {"name", person.name},
          {"municipality", text_or_null(person.municipality)},
          {"organization", text_or_null(person.organization)},
          {"subject", text_or_null(person.subject)},
          {"other_direction", text_or_null(person.other_direction)},
          {"included_on", text_or_null(person.included_on)},
          {"excluded_on", text_or_null(person.excluded_on)},
          {"order_number", text_or_null(person.order_number)}};
}

ordered_json fields_json(const std::vector<changes::FieldChange>& fields) {
  return list_of(fields, [](const changes::FieldChange& field) -> ordered_json {
    return {{"column", field.key},
            {"before", text_or_null(field.before)},
            {"after", text_or_null(field.after)}};
  });
}

ordered_json cell_json(const changes::CellCount& cell) {
  return {{"municipality", text_or_null(cell.municipality)},
          {"subject", text_or_null(cell.subject)},
          {"count", cell.count}};
}

ordered_json roster_json(const changes::RosterChanges& roster) {
  return {{"entered", list_of(roster.entered, person_json)},
          {"left", list_of(roster.left, person_json)},
          {"named", list_of(roster.named, person_json)},
          {"updated", list_of(roster.updated,
                              [](const changes::PersonChange& change) -> ordered_json {
                                return {{"code", change.now.code},
                                        {"name", change.now.name},
                                        {"cells", fields_json(change.fields)}};
                              })},
          {"entered_unnamed", list_of(roster.entered_unnamed, cell_json)},
          {"left_unnamed", list_of(roster.left_unnamed, cell_json)}};
}

std::string_view key_of(changes::AssignmentWay way) {
  switch (way) {
    case changes::AssignmentWay::kAssigned:
      return "assigned";
    case changes::AssignmentWay::kUnassigned:
      return "unassigned";
    case changes::AssignmentWay::kReassigned:
      return "reassigned";
    case changes::AssignmentWay::kRecounted:
      return "recounted";
  }
  return {};
}

std::string_view key_of(changes::RowWay way) {
  switch (way) {
    case changes::RowWay::kAdded:
      return "added";
    case changes::RowWay::kRemoved:
      return "removed";
    case changes::RowWay::kChanged:
      return "changed";
  }
  return {};
}

ordered_json assignment_json(const changes::AssignmentChange& change) {
  return {{"change", key_of(change.way)},
          {"organization", change.organization},
          {"municipality", text_or_null(change.municipality)},
          {"subject", text_or_null(change.subject)},
          {"methodist_before", text_or_null(change.from)},
          {"methodist_after", text_or_null(change.to)},
          {"teachers_before", number_or_null(change.teachers_before)},
          {"teachers_after", number_or_null(change.teachers_after)}};
}

ordered_json practice_json(const changes::Practice& practice) {
  return {
      {"slug", practice.slug}, {"title", practice.title}, {"municipality", practice.municipality}};
}

ordered_json figure_json(const changes::FigureChange& change) {
  const auto side = [](const indicators::Figure& figure) -> ordered_json {
    return {{"numerator", number_or_null(figure.numerator)},
            {"denominator", number_or_null(figure.denominator)},
            {"value", text_or_null(figure.machine_value())},
            {"status", indicators::status_key(figure.status)}};
  };
  return {{"indicator", change.after.indicator},
          {"scope", indicators::scope_key(change.after.scope)},
          {"code", change.after.code},
          {"name", change.after.name},
          {"school_year", change.after.school_year},
          {"unit", config::unit_key(change.after.unit)},
          {"before", side(change.before)},
          {"after", side(change.after)},
          {"tables", list_of(change.counts,
                             [](const changes::RowCounts& counts) -> ordered_json {
                               return {{"title", counts.title},
                                       {"added", counts.added},
                                       {"removed", counts.removed},
                                       {"changed", counts.changed}};
                             })},
          {"rows", list_of(change.rows, [](const changes::RowChange& row) -> ordered_json {
             return {{"table", row.table},
                     {"key", row.key},
                     {"change", key_of(row.way)},
                     {"cells", fields_json(row.fields)}};
           })}};
}

}  // namespace

ordered_json diff_json(const changes::Changes& changes) {
  const auto side = [](const std::string& file, base::Date as_of,
                       const std::string& year) -> ordered_json {
    return {{"file", file}, {"as_of", as_of.iso()}, {"school_year", year}};
  };
  return {{"kind", changes.kind == changes::Kind::kRegistry ? "registry" : "publication"},
          {"before", side(changes.file_before, changes.as_of_before, changes.year_before)},
          {"after", side(changes.file_after, changes.as_of_after, changes.year_after)},
          {"changed", !changes.empty()},
          {"roster", roster_json(changes.roster)},
          {"assignments", list_of(changes.assignments, assignment_json)},
          {"practices",
           {{"added", list_of(changes.practices_added, practice_json)},
            {"removed", list_of(changes.practices_removed, practice_json)}}},
          {"figures_year", text_or_null(changes.figures_year)},
          {"figures", list_of(changes.figures, figure_json)},
          {"figures_hidden", changes.figures_hidden}};
}

}  // namespace metodaktiv::commands
