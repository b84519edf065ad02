#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "reports/steps.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using forms::SubmissionState;

std::int64_t size_of(const auto& list) { return static_cast<std::int64_t>(list.size()); }

/// Sums a number over the municipalities and keeps who has most of it.
class Count {
 public:
  void add(const std::string& name, std::int64_t number) {
    if (number <= 0) return;
    sum_ += number;
    parts_.emplace_back(name, number);
  }
  [[nodiscard]] std::int64_t sum() const { return sum_; }
  [[nodiscard]] std::int64_t places() const { return size_of(parts_); }
  /// «Истра (5), Клин (3) и ещё 2»: the largest first.
  [[nodiscard]] std::string worst(std::size_t most = 3) const {
    auto parts = parts_;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> items;
    for (std::size_t i = 0; i < parts.size() && i < most; ++i) {
      items.push_back(fmt::format("{} ({})", parts[i].first, base::grouped(parts[i].second)));
    }
    return base::join(items, ", ");
  }

 private:
  std::int64_t sum_ = 0;
  std::vector<std::pair<std::string, std::int64_t>> parts_;
};

/// What the municipalities' facts add up to.
struct Sums {
  Count tasks, routes, activities, documents, above, below, outside, without_assignment,
      without_mentor, errors, warnings, empty_tables;
  std::int64_t young = 0, methodists = 0;
  std::vector<std::int64_t> failing;  ///< in the order of the criteria
};

Sums sums_of(const ReportContext& context) {
  Sums sums;
  sums.failing.resize(context.input.profile.criteria.size());
  for (const auto& place : context.places_by_name(indicators::Scope::kMunicipality)) {
    const auto& name = place.name;
    const auto& facts = context.facts.of(place.code);
    sums.tasks.add(name, size_of(facts.overdue));
    sums.routes.add(name, facts.overdue_routes);
    sums.activities.add(name, facts.overdue_activities);
    sums.documents.add(name, size_of(facts.missing_documents));
    sums.methodists += size_of(facts.methodists);
    for (const auto& card : facts.methodists) {
      for (std::size_t i = 0; i < sums.failing.size(); ++i) sums.failing[i] += !card.met[i];
    }
    if (const auto it = context.loads.find(place.code); it != context.loads.end()) {
      const auto load = totals(it->second);
      sums.above.add(name, load.above);
      sums.below.add(name, load.below);
      sums.outside.add(name, load.above + load.below);
      sums.without_assignment.add(name, size_of(facts.methodists) - size_of(it->second));
    }
    if (const auto it = context.monitorings.find(place.code); it != context.monitorings.end()) {
      sums.without_mentor.add(name, without_mentor(it->second.young));
      sums.young += size_of(it->second.young);
    }
    if (const auto it = context.quality.find(place.code); it != context.quality.end()) {
      sums.errors.add(name, it->second.errors);
      sums.warnings.add(name, it->second.warnings);
      sums.empty_tables.add(name, size_of(it->second.empty_tables));
    }
  }
  return sums;
}

void add_overdue(StepList& steps, const ReportContext& context, const Sums& sums) {
  if (sums.tasks.sum() > 0) {
    steps.add("overdue-tasks",
              {{"overdue", sums.tasks.sum()},
               {"municipalities", sums.tasks.places()},
               {"worst", sums.tasks.worst()}},
              1000, context.input.profile.standard.source);
  }
  std::vector<std::string> late;
  std::int64_t overdue = 0, with_remarks = 0, remarks = 0;
  for (const auto& one : context.submissions.municipalities) {
    if (one.state == SubmissionState::kOverdue) {
      ++overdue;
      if (late.size() < 3) {
        late.push_back(
            fmt::format("{} ({})", one.name, base::counted(one.days, "день", "дня", "дней")));
      }
    } else if (one.state == SubmissionState::kRemarksOpen) {
      ++with_remarks;
      remarks += one.back->remarks();
    }
  }
  if (overdue > 0) {
    steps.add("overdue-form", {{"municipalities", overdue}, {"worst", base::join(late, ", ")}},
              900);
  }
  if (with_remarks > 0) {
    steps.add("open-remarks", {{"municipalities", with_remarks}, {"remarks", remarks}}, 900);
  }
  if (sums.routes.sum() > 0) {
    steps.add("overdue-routes",
              {{"routes", sums.routes.sum()},
               {"activities", sums.activities.sum()},
               {"municipalities", sums.routes.places()},
               {"worst", sums.routes.worst()}},
              800);
  }
}

void add_facts(StepList& steps, const ReportContext& context, const Sums& sums) {
  const auto& profile = context.input.profile;
  const auto& norms = profile.norms;
  if (sums.documents.sum() > 0) {
    const auto kind = std::find_if(profile.document_kinds.begin(), profile.document_kinds.end(),
                                   [](const auto& k) { return k.in_package; });
    steps.add("missing-documents",
              {{"documents", sums.documents.sum()}, {"municipalities", sums.documents.places()}},
              1000, kind == profile.document_kinds.end() ? std::string() : kind->source);
  }
  if (sums.without_assignment.sum() > 0) {
    steps.add("no-assignment",
              {{"methodists", sums.without_assignment.sum()},
               {"municipalities", sums.without_assignment.places()}},
              900);
  }
  const auto missing = shortages(context.region_form1);
  if (norms.binding && !missing.empty()) {
    std::vector<std::string> subjects;
    std::int64_t sum = 0;
    for (const auto& [row, count] : missing) {
      subjects.push_back(fmt::format("{} — {}", row->subject_name, count));
      sum += count;
    }
    steps.add(
        "subject-shortage",
        {{"subjects", size_of(subjects)}, {"missing", sum}, {"list", base::join(subjects, ", ")}},
        500, norms.source);
  }
  if (norms.binding && sums.outside.sum() > 0) {
    steps.add("load-outside-norm",
              {{"above", sums.above.sum()},
               {"below", sums.below.sum()},
               {"outside", sums.outside.sum()},
               {"min", static_cast<std::int64_t>(norms.load_min)},
               {"max", static_cast<std::int64_t>(norms.load_max)},
               {"worst", sums.outside.worst()}},
              400, norms.source);
  }
  if (sums.without_mentor.sum() > 0) {
    steps.add("no-mentor",
              {{"teachers", sums.without_mentor.sum()},
               {"young", sums.young},
               {"municipalities", sums.without_mentor.places()},
               {"worst", sums.without_mentor.worst()}},
              450);
  }
  std::vector<std::string> failing;
  for (std::size_t i = 0; i < sums.failing.size(); ++i) {
    if (sums.failing[i] == 0) continue;
    failing.push_back(
        fmt::format("«{}» — {}", profile.criteria[i].title, base::grouped(sums.failing[i])));
  }
  if (!failing.empty()) {
    steps.add("criteria", {{"methodists", sums.methodists}, {"list", base::join(failing, ", ")}},
              200, profile.criteria.front().source);
  }
}

/// Sharp worsenings anywhere, whether or not the region reaches the target.
void add_falling(StepList& steps, const ReportContext& context) {
  std::map<std::string, std::int64_t> by_name;
  std::set<const config::IndicatorDefinition*> indicators;
  for (const auto& one : context.outliers.changes()) {
    if (!worsened(one, context)) continue;
    ++by_name[one.place.name];
    indicators.insert(one.indicator);
  }
  if (by_name.empty()) return;
  Count count;
  for (const auto& [name, number] : by_name) count.add(name, number);
  steps.add("falling",
            {{"indicators", size_of(indicators)},
             {"municipalities", count.places()},
             {"worst", count.worst()}},
            0);
}

void add_data(StepList& steps, const ReportContext& context, const PlaceFindings& findings,
              const Sums& sums) {
  if (!findings.no_data.empty()) {
    std::vector<std::string> titles;
    for (const auto& reading : findings.no_data) {
      titles.push_back(fmt::format("«{}»", reading.indicator->short_title));
    }
    steps.add("no-data", {{"indicators", size_of(titles)}, {"list", base::join(titles, ", ")}},
              500);
  }
  if (context.input.inspection == nullptr) return;
  std::vector<const quality::QualityFinding*> all;
  for (const auto& one : context.input.inspection->findings) all.push_back(&one);
  const auto most = [&](base::Severity severity) {
    auto checks = frequent_checks(context, all, severity);
    if (checks.size() > 3) checks.resize(3);
    return base::join(checks, ", ");
  };
  if (sums.errors.sum() > 0) {
    steps.add("data-errors",
              {{"errors", sums.errors.sum()},
               {"municipalities", sums.errors.places()},
               {"list", most(base::Severity::kError)}},
              1000);
  }
  if (sums.empty_tables.sum() > 0) {
    steps.add("empty-tables",
              {{"tables", sums.empty_tables.sum()}, {"municipalities", sums.empty_tables.places()}},
              400);
  }
  if (sums.warnings.sum() > 0) {
    steps.add("data-warnings",
              {{"warnings", sums.warnings.sum()},
               {"municipalities", sums.warnings.places()},
               {"list", most(base::Severity::kWarning)}},
              100);
  }
}

}  // namespace

void write_region_steps(Markdown& text, const ReportContext& context,
                        const PlaceFindings& findings) {
  text.heading(2, "Следующие шаги");
  const auto sums = sums_of(context);
  StepList steps(context, context.input.results.region());
  add_overdue(steps, context, sums);
  add_facts(steps, context, sums);
  for (const auto& reading : findings.missed) steps.add_missed(reading);
  add_falling(steps, context);
  add_data(steps, context, findings, sums);
  if (steps.empty()) text.paragraph(nothing_to_do(context));
  steps.write(text);
}

}  // namespace metodaktiv::reports
