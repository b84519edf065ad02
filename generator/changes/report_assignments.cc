#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "changes/report_tables.h"

namespace metodaktiv::changes {
namespace {

constexpr const char* kUnnamed = "методист без имени в публикации";

std::string_view words(AssignmentWay way) {
  switch (way) {
    case AssignmentWay::kAssigned:
      return "закрепить";
    case AssignmentWay::kUnassigned:
      return "снять закрепление";
    case AssignmentWay::kReassigned:
      return "передать";
    case AssignmentWay::kRecounted:
      return "изменить число";
  }
  return {};
}

std::string person(const Changes& changes, const std::string& code) {
  const auto found = changes.people.find(code);
  return found == changes.people.end() ? std::string(kUnnamed) : found->second;
}

ReportCell teachers(const std::optional<long long>& count) {
  return count ? count_cell(*count) : ReportCell{};
}

std::string teachers_words(long long count) {
  return base::counted(count, "педагог", "педагога", "педагогов");
}

std::string line_of(const Changes& changes, const AssignmentChange& change,
                    const std::string& target) {
  const auto count = [](const std::optional<long long>& n) {
    return teachers_words(n.value_or(0));
  };
  switch (change.way) {
    case AssignmentWay::kAssigned:
      return fmt::format("{}: закрепить, методист — {} ({})", target, person(changes, change.to),
                         count(change.teachers_after));
    case AssignmentWay::kUnassigned:
      return fmt::format("{}: снять закрепление, было — {} ({})", target,
                         person(changes, change.from), count(change.teachers_before));
    case AssignmentWay::kReassigned: {
      const bool same = change.teachers_before == change.teachers_after;
      const auto was = base::grouped(change.teachers_before.value_or(0)) + " → ";
      return fmt::format("{}: {} → {} ({}{})", target, person(changes, change.from),
                         person(changes, change.to), same ? "" : was, count(change.teachers_after));
    }
    case AssignmentWay::kRecounted:
      return fmt::format("{}: {}, {} → {}", target, person(changes, change.to),
                         base::grouped(change.teachers_before.value_or(0)),
                         count(change.teachers_after));
  }
  return {};
}

std::string summary_of(const Changes& changes) {
  std::array<long long, 4> counts{};
  for (const auto& change : changes.assignments) ++counts.at(static_cast<std::size_t>(change.way));
  const auto pairs = [](long long n) {
    return base::counted(n, "закрепление", "закрепления", "закреплений");
  };
  std::vector<std::string> parts;
  const auto add = [&](AssignmentWay way, std::string_view one, std::string_view few,
                       std::string_view many) {
    const auto n = counts.at(static_cast<std::size_t>(way));
    if (n > 0) parts.push_back(fmt::format("{} {}", base::plural(n, one, few, many), pairs(n)));
  };
  add(AssignmentWay::kAssigned, "добавлено", "добавлены", "добавлено");
  add(AssignmentWay::kUnassigned, "снято", "сняты", "снято");
  add(AssignmentWay::kReassigned, "передано", "переданы", "передано");
  if (const auto n = counts.at(static_cast<std::size_t>(AssignmentWay::kRecounted)); n > 0) {
    parts.push_back(fmt::format("число педагогов изменилось в {}",
                                base::counted(n, "закреплении", "закреплениях", "закреплениях")));
  }
  return base::join(parts, ", ");
}

}  // namespace

void add_assignment_table(const Changes& changes, Report& report) {
  ReportTable table{"Закрепление",
                    {},
                    {{"№ п/п", 6},
                     {"Муниципалитет", 19},
                     {"Организация", 30},
                     {"Предмет", 18},
                     {"Что изменить", 15},
                     {"Методист был", 25},
                     {"Методист станет", 25},
                     {"Педагогов было", 10},
                     {"Педагогов стало", 10}},
                    {}};
  table.to_sign = true;
  for (const auto& change : changes.assignments) {
    const auto place = municipality_name(changes, change.municipality);
    const auto organization = organization_name(changes, change.organization);
    const auto subject =
        change.subject.empty() ? std::string() : subject_name(changes, change.subject);
    const bool had = change.teachers_before.has_value(), has = change.teachers_after.has_value();
    ReportRow row;
    row.cells = {count_cell(static_cast<long long>(table.rows.size()) + 1),
                 text_cell(place),
                 text_cell(organization),
                 text_cell(subject),
                 text_cell(std::string(words(change.way))),
                 text_cell(had ? person(changes, change.from) : "—"),
                 text_cell(has ? person(changes, change.to) : "—"),
                 teachers(change.teachers_before),
                 teachers(change.teachers_after)};
    row.group = place;
    row.line =
        line_of(changes, change,
                subject.empty() ? organization : fmt::format("{}, {}", organization, subject));
    table.rows.push_back(std::move(row));
  }
  table.summary = summary_of(changes);
  if (changes.year_before != changes.year_after) {
    table.note = fmt::format("Сравнено закрепление на {} и на {} учебный год.", changes.year_before,
                             changes.year_after);
  }
  report.tables.push_back(std::move(table));
}

}  // namespace metodaktiv::changes
