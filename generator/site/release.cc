#include "site/release.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"

namespace metodaktiv::site {
namespace {

constexpr const char* kOrigin = "история публикаций";

void take(ReleaseCounts& counts, const std::string& kind, long long rows, long long sum,
          long long people, const std::string& year) {
  if (kind == "entered") counts.entered += rows;
  if (kind == "entered_unnamed") counts.entered += sum;
  if (kind == "left") counts.left += sum;
  if (kind == "named") counts.named += rows;
  if (kind == "updated") counts.updated += people;
  if (kind == "assigned" || kind == "unassigned" || kind == "reassigned")
    counts.assignments += rows;
  if (kind == "practice") counts.practices += rows;
  if (kind == "practice_removed") counts.practices_removed += sum;
  if (kind == "figure") counts.figures += rows;
  if (kind == "new_year") counts.new_year = year;
}

std::string people(long long count) {
  return base::counted(count, "методист", "методиста", "методистов");
}

}  // namespace

std::vector<ReleaseDay> read_release_days(registry::Database& publication) {
  std::vector<ReleaseDay> days;
  auto row = publication.prepare(
      "SELECT r.as_of, r.former_as_of, c.kind, count(*), ifnull(sum(c.count), 0), "
      "count(DISTINCT c.methodist), ifnull(max(c.school_year), '') "
      "FROM releases AS r JOIN release_changes AS c ON c.release = r.as_of "
      "GROUP BY r.as_of, c.kind ORDER BY r.as_of DESC, c.kind",
      kOrigin);
  while (row.next()) {
    const auto as_of = base::Date::parse_iso(row.text(0));
    const auto former = base::Date::parse_iso(row.text(1));
    if (!as_of || !former) continue;
    if (days.empty() || days.back().as_of != *as_of) days.push_back({*as_of, *former, {}});
    take(days.back().counts, row.text(2), row.integer(3), row.integer(4), row.integer(5),
         row.text(6));
  }
  return days;
}

std::string release_summary(const ReleaseCounts& counts) {
  std::vector<std::string> roster, parts;
  if (counts.entered > 0) {
    roster.push_back(fmt::format("{} {}", base::plural(counts.entered, "вошёл", "вошли", "вошли"),
                                 people(counts.entered)));
  }
  if (counts.left > 0) {
    roster.push_back(
        fmt::format("{} {}", base::plural(counts.left, "вышел", "вышли", "вышли"),
                    counts.entered > 0 ? base::grouped(counts.left) : people(counts.left)));
  }
  if (counts.named > 0) {
    roster.push_back(fmt::format("{} {}",
                                 base::plural(counts.named, "назван", "названы", "названы"),
                                 people(counts.named) + " из состава"));
  }
  if (counts.updated > 0) {
    roster.push_back(fmt::format("новые сведения о {}", base::counted(counts.updated, "методисте",
                                                                      "методистах", "методистах")));
  }
  if (!roster.empty()) parts.push_back(base::join(roster, ", "));
  if (!counts.new_year.empty())
    parts.push_back(fmt::format("начался {} учебный год", counts.new_year));
  if (counts.assignments > 0) {
    parts.push_back(fmt::format("{} закрепления", base::counted(counts.assignments, "изменение",
                                                                "изменения", "изменений")));
  }
  if (counts.practices > 0) {
    parts.push_back(fmt::format(
        "{} {}", base::plural(counts.practices, "опубликована", "опубликованы", "опубликовано"),
        base::counted(counts.practices, "практика", "практики", "практик")));
  }
  if (counts.practices_removed > 0) {
    parts.push_back(
        fmt::format("{} {}", base::plural(counts.practices_removed, "снята", "сняты", "снято"),
                    base::counted(counts.practices_removed, "практика", "практики", "практик")));
  }
  if (counts.figures > 0) {
    parts.push_back(
        fmt::format("{} {}", base::plural(counts.figures, "изменилось", "изменились", "изменилось"),
                    base::counted(counts.figures, "значение показателей", "значения показателей",
                                  "значений показателей")));
  }
  return parts.empty() ? std::string() : base::capitalized(base::join(parts, "; ")) + ".";
}

}  // namespace metodaktiv::site
