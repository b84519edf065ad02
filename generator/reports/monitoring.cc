#include "reports/monitoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "reports/subject_title.h"

namespace metodaktiv::reports {
namespace {

constexpr std::string_view kOrigin = "мониторинг";

void judge(Task& task, base::Date as_of) {
  const auto days = [](base::Date from, base::Date to) {
    return to.days_since_epoch() - from.days_since_epoch();
  };
  if (task.done_on && *task.done_on <= as_of) {
    const bool late = task.due_on && *task.done_on > *task.due_on;
    task.state = late ? TaskState::kLate : TaskState::kInTime;
    if (late) task.days = days(*task.due_on, *task.done_on);
  } else if (!task.due_on) {
    task.state = TaskState::kUndated;
  } else if (*task.due_on < as_of) {
    task.state = TaskState::kOverdue;
    task.days = days(*task.due_on, as_of);
  } else {
    task.state = TaskState::kAhead;
  }
}

void read_tasks(registry::Database& registry, base::SchoolYear year, base::Date as_of,
                Monitorings& result) {
  auto query = registry.prepare(
      "SELECT municipality, function, period, due_on, done_on, evidence_url FROM ums_tasks "
      "WHERE due_on BETWEEN ?1 AND ?2 OR "
      "(due_on IS NULL AND (done_on IS NULL OR done_on BETWEEN ?1 AND ?2)) "
      "ORDER BY municipality, function, ifnull(due_on, '9'), period",
      kOrigin);
  query.bind(1, year.first_day().iso()).bind(2, year.last_day().iso());
  while (query.next()) {
    Task task;
    task.function = query.text(1);
    task.period = query.text(2);
    task.due_on = base::Date::parse_iso(query.text_or_empty(3));
    task.done_on = base::Date::parse_iso(query.text_or_empty(4));
    task.evidence_url = query.text_or_empty(5);
    judge(task, as_of);
    result[query.text(0)].tasks.push_back(std::move(task));
  }
}

/// Functions of a municipality that no task was entered for: an empty line instead of silence.
void add_missing_functions(const config::Standard& standard, Monitoring& place) {
  std::set<std::string> known;
  for (const auto& task : place.tasks) known.insert(task.function);
  std::vector<Task> sorted;
  std::map<std::string, std::vector<Task>> by_function;
  for (auto& task : place.tasks) by_function[task.function].push_back(std::move(task));
  for (const auto& direction : standard.directions) {
    for (const auto& group : direction.groups) {
      for (const auto& function : group.functions) {
        if (function.regional) continue;
        auto& own = by_function[function.number];
        if (own.empty()) own.emplace_back().function = function.number;
        std::move(own.begin(), own.end(), std::back_inserter(sorted));
        by_function.erase(function.number);
      }
    }
  }
  for (auto& [number, tasks] : by_function) {
    std::move(tasks.begin(), tasks.end(), std::back_inserter(sorted));
  }
  place.tasks = std::move(sorted);
}

void add_months(base::SchoolYear year, base::Date as_of, Monitoring& place) {
  constexpr int kSeptember = 8, kMonths = 9;
  for (int month = kSeptember; month < kSeptember + kMonths; ++month) {
    const auto first = [&](int m) {
      return base::Date(year.start() + m / 12, static_cast<unsigned>(m % 12 + 1), 1);
    };
    place.visits.push_back({first(month), first(month + 1).plus_days(-1) <= as_of, {}});
  }
}

void read_visits(registry::Database& registry, base::SchoolYear year, base::Date as_of,
                 Monitorings& result) {
  for (auto& [code, place] : result) add_months(year, as_of, place);
  auto query = registry.prepare(
      "SELECT municipality, substr(visited_on, 1, 7) AS month, teacher_group, count(*) "
      "FROM lesson_visits WHERE visited_on BETWEEN ?1 AND ?2 "
      "GROUP BY municipality, month, teacher_group ORDER BY 1, 2, 3",
      kOrigin);
  query.bind(1, year.first_day().iso()).bind(2, std::min(as_of, year.last_day()).iso());
  while (query.next()) {
    const auto found = result.find(query.text(0));
    if (found == result.end()) continue;
    const auto month = query.text(1);
    for (auto& visit : found->second.visits) {
      if (visit.first_day.iso().substr(0, 7) != month) continue;
      visit.by_group[query.text(2)] = static_cast<int>(query.integer(3));
    }
  }
}

void read_audits(registry::Database& registry, base::SchoolYear year, Monitorings& result) {
  auto query = registry.prepare(
      "SELECT municipality, school_year, item, max_score, self_score, expert_score FROM audits AS "
      "a "
      "WHERE school_year = (SELECT max(school_year) FROM audits AS b "
      "WHERE b.municipality = a.municipality AND b.school_year <= ?1) "
      "ORDER BY municipality, item",
      kOrigin);
  query.bind(1, year.text());
  while (query.next()) {
    auto& place = result[query.text(0)];
    place.audit_year = query.text(1);
    place.audit.push_back(
        {query.text(2), query.optional_real(3), query.optional_real(4), query.optional_real(5)});
  }
}

Mentor mentor_of(const registry::Statement& row) {
  Mentor mentor;
  mentor.name = base::full_name(row.text(1), row.text(2), row.text_or_empty(3));
  const auto number = row.text_or_empty(4);
  if (!base::trimmed(number).empty()) {
    const auto on = base::Date::parse_iso(row.text_or_empty(5));
    mentor.order = on ? fmt::format("№ {} от {}", number, on->dotted()) : "№ " + number;
  }
  mentor.started_on = base::Date::parse_iso(row.text_or_empty(6));
  mentor.program = row.boolean(7);
  return mentor;
}

void read_young(registry::Database& registry, base::Date as_of, Monitorings& result) {
  std::map<std::string, std::vector<Mentor>> mentors;
  auto pairs = registry.prepare(
      "SELECT s.mentee, t.last_name, t.first_name, t.patronymic, s.order_number, s.order_on, "
      "s.started_on, s.program FROM mentorships AS s JOIN teachers AS t ON t.code = s.mentor "
      "WHERE s.started_on <> '' AND s.started_on <= ?1 AND "
      "(ifnull(s.ended_on, '') = '' OR s.ended_on > ?1) "
      "ORDER BY s.mentee, s.started_on, t.last_name, t.first_name, s.mentor",
      kOrigin);
  pairs.bind(1, as_of.iso());
  while (pairs.next()) mentors[pairs.text(0)].push_back(mentor_of(pairs));

  auto query = registry.prepare(
      "SELECT c.municipality, c.code, t.last_name, t.first_name, t.patronymic, "
      "ifnull(o.short_name, o.name), s.area, s.name, c.experience FROM current_teachers AS c "
      "JOIN teachers AS t ON t.code = c.code JOIN organizations AS o ON o.code = c.organization "
      "JOIN subjects AS s ON s.code = c.subject WHERE c.age < 35 AND c.experience < 3 "
      "ORDER BY c.municipality, t.last_name, t.first_name, t.patronymic, c.code",
      kOrigin);
  while (query.next()) {
    YoungTeacher teacher;
    teacher.name = base::full_name(query.text(2), query.text(3), query.text_or_empty(4));
    teacher.organization = query.text(5);
    teacher.subject = subject_title(query.text_or_empty(6), query.text(7));
    teacher.experience = query.integer(8);
    teacher.mentors = std::move(mentors[query.text(1)]);
    result[query.text(0)].young.push_back(std::move(teacher));
  }
  for (auto& [code, place] : result) {
    std::stable_sort(place.young.begin(), place.young.end(), [](const auto& a, const auto& b) {
      return a.mentors.empty() && !b.mentors.empty();
    });
  }
}

}  // namespace

int Monitoring::count(TaskState state) const {
  return static_cast<int>(std::count_if(tasks.begin(), tasks.end(),
                                        [&](const Task& task) { return task.state == state; }));
}

Monitorings read_monitorings(registry::Database& registry, const config::RegionProfile& profile,
                             base::Date as_of) {
  const auto year = base::SchoolYear::of(as_of);
  Monitorings result;
  auto places = registry.prepare("SELECT code FROM municipalities ORDER BY code", kOrigin);
  while (places.next()) result[places.text(0)];
  read_tasks(registry, year, as_of, result);
  read_visits(registry, year, as_of, result);
  read_audits(registry, year, result);
  read_young(registry, as_of, result);
  for (auto& [code, place] : result) add_missing_functions(profile.standard, place);
  return result;
}

}  // namespace metodaktiv::reports
