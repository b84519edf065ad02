#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "reports/steps.h"
#include "reports/text_sections.h"

namespace metodaktiv::reports {
namespace {

using indicators::Place;

constexpr std::size_t kMostNamed = 5;

std::int64_t size_of(const auto& list) { return static_cast<std::int64_t>(list.size()); }

/// «а, б, в и ещё 2».
std::string listed(std::vector<std::string> items, std::size_t most = kMostNamed) {
  if (items.size() <= most) return base::join(items, ", ");
  const auto rest = items.size() - most;
  items.resize(most);
  return fmt::format("{} и ещё {}", base::join(items, ", "), rest);
}

void add_overdue(StepList& steps, const ReportContext& context, const Place& place) {
  const auto& facts = context.facts.of(place.code);
  const auto& profile = context.input.profile;
  std::vector<std::string> order;
  std::map<std::string, std::vector<const OverdueTask*>> by_function;
  for (const auto& task : facts.overdue) {
    auto& list = by_function[task.function];
    if (list.empty()) order.push_back(task.function);
    list.push_back(&task);
  }
  for (const auto& number : order) {
    const auto& tasks = by_function[number];
    const auto* function = profile.standard.function(number);
    steps.add("overdue-tasks",
              {{"function", function ? fmt::format("{} «{}»", number, function->title) : number},
               {"who", within_sentence(function && !function->who.empty() ? function->who
                                                                          : profile.terms.service)},
               {"overdue", size_of(tasks)},
               {"due", tasks.front()->due_on.iso()},
               {"days", static_cast<std::int64_t>(tasks.front()->days)}},
              1000 + tasks.front()->days, profile.standard.source);
  }
  for (const auto& one : context.submissions.municipalities) {
    if (one.municipality != place.code) continue;
    if (one.state == forms::SubmissionState::kOverdue) {
      steps.add("overdue-form",
                {{"due", one.form->due_on.iso()}, {"days", static_cast<std::int64_t>(one.days)}},
                900);
    } else if (one.state == forms::SubmissionState::kRemarksOpen) {
      steps.add("open-remarks", {{"remarks", one.back->remarks()}}, 900);
    }
  }
  if (facts.overdue_routes > 0) {
    steps.add("overdue-routes",
              {{"routes", static_cast<std::int64_t>(facts.overdue_routes)},
               {"activities", static_cast<std::int64_t>(facts.overdue_activities)}},
              800);
  }
}

void add_documents(StepList& steps, const ReportContext& context, const Place& place) {
  // Documents that follow from one paragraph make one step.
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const auto& key : context.facts.of(place.code).missing_documents) {
    for (const auto& kind : context.input.profile.document_kinds) {
      if (kind.key != key) continue;
      auto group = std::find_if(groups.begin(), groups.end(),
                                [&](const auto& g) { return g.first == kind.source; });
      if (group == groups.end()) group = groups.insert(groups.end(), {kind.source, {}});
      group->second.push_back(fmt::format("«{}»", kind.title));
    }
  }
  for (const auto& [source, titles] : groups) {
    steps.add("missing-documents",
              {{"documents", size_of(titles)}, {"list", base::join(titles, ", ")}}, 1000, source);
  }
}

void add_asset(StepList& steps, const ReportContext& context, const Place& place) {
  const auto& norms = context.input.profile.norms;
  const auto& methodists = context.facts.of(place.code).methodists;
  std::vector<MethodistLoad> loads;
  if (const auto it = context.loads.find(place.code); it != context.loads.end()) loads = it->second;
  const auto load = totals(loads);
  if (!loads.empty() && methodists.size() > loads.size()) {
    steps.add("no-assignment", {{"methodists", size_of(methodists) - size_of(loads)}}, 900);
  }
  if (norms.binding) {
    const auto form = context.form1.find(place.code);
    const auto missing = shortages(form == context.form1.end() ? nullptr : form->second);
    std::vector<std::string> subjects;
    std::int64_t sum = 0;
    for (const auto& [row, count] : missing) {
      subjects.push_back(fmt::format("{} — {}", row->subject_name, count));
      sum += count;
    }
    if (!subjects.empty()) {
      steps.add("subject-shortage",
                {{"subjects", size_of(subjects)},
                 {"missing", sum},
                 {"list", listed(subjects, 2 * kMostNamed)}},
                500, norms.source);
    }
    if (load.above + load.below > 0) {
      steps.add("load-outside-norm",
                {{"above", static_cast<std::int64_t>(load.above)},
                 {"below", static_cast<std::int64_t>(load.below)},
                 {"outside", static_cast<std::int64_t>(load.above + load.below)},
                 {"min", static_cast<std::int64_t>(norms.load_min)},
                 {"max", static_cast<std::int64_t>(norms.load_max)}},
                400, norms.source);
    }
  }
  const auto& criteria = context.input.profile.criteria;
  std::vector<std::string> failing;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const auto count =
        std::count_if(methodists.begin(), methodists.end(), [&](auto& m) { return !m.met[i]; });
    if (count > 0) failing.push_back(fmt::format("«{}» — {}", criteria[i].title, count));
  }
  if (!failing.empty()) {
    steps.add("criteria",
              {{"methodists", size_of(methodists)}, {"list", base::join(failing, ", ")}}, 200,
              criteria.front().source);
  }
}

void add_mentors(StepList& steps, const ReportContext& context, const Place& place) {
  const auto found = context.monitorings.find(place.code);
  if (found == context.monitorings.end()) return;
  const auto& young = found->second.young;
  const auto without = without_mentor(young);
  if (without > 0) {
    steps.add("no-mentor", {{"teachers", without}, {"young", size_of(young)}}, 450);
  }
}

void add_falling(StepList& steps, const ReportContext& context, const Place& place,
                 const PlaceFindings& findings) {
  for (const auto* one : context.outliers.changes_of(place.code)) {
    if (!worsened(*one, context) || is_missed(findings, *one->indicator)) continue;
    const Change usual{one->median, Mood::kNeutral};
    steps.add("falling",
              {{"indicator", one->indicator->title},
               {"value", one->now->shown()},
               {"before", one->before->shown()},
               {"change", shown(Change{one->measure, Mood::kNeutral}, one->now->unit)},
               {"usual", shown(usual, one->now->unit)}},
              one->reach, one->indicator->source);
  }
}

void add_data(StepList& steps, const ReportContext& context, const Place& place,
              const PlaceFindings& findings) {
  if (!findings.no_data.empty()) {
    std::vector<std::string> titles;
    for (const auto& reading : findings.no_data) {
      titles.push_back(fmt::format("«{}»", reading.indicator->short_title));
    }
    steps.add("no-data", {{"indicators", size_of(titles)}, {"list", listed(titles)}}, 500);
  }
  const auto quality = context.quality.find(place.code);
  if (quality == context.quality.end()) return;
  const auto& own = quality->second;
  const auto most = [&](base::Severity severity) {
    auto checks = frequent_checks(context, own.findings, severity);
    checks.resize(std::min<std::size_t>(checks.size(), 3));
    return base::join(checks, ", ");
  };
  if (own.errors > 0) {
    steps.add("data-errors", {{"errors", own.errors}, {"list", most(base::Severity::kError)}},
              1000);
  }
  if (!own.empty_tables.empty()) {
    std::vector<std::string> titles;
    for (const auto& title : own.empty_tables) titles.push_back(fmt::format("«{}»", title));
    steps.add("empty-tables", {{"tables", size_of(titles)}, {"list", listed(titles)}}, 400);
  }
  if (own.warnings > 0) {
    steps.add("data-warnings",
              {{"warnings", own.warnings}, {"list", most(base::Severity::kWarning)}}, 100);
  }
}

}  // namespace

std::int64_t without_mentor(const std::vector<YoungTeacher>& young) {
  return std::count_if(young.begin(), young.end(), [](const YoungTeacher& teacher) {
    return std::none_of(teacher.mentors.begin(), teacher.mentors.end(),
                        [](const Mentor& mentor) { return !mentor.order.empty(); });
  });
}

bool worsened(const Deviation& change, const ReportContext& context) {
  if (!change.bad || context.still_accumulates(*change.indicator)) return false;
  return change.above ? change.measure > 0 : change.measure < 0;
}

bool is_missed(const PlaceFindings& findings, const config::IndicatorDefinition& indicator) {
  return std::any_of(findings.missed.begin(), findings.missed.end(),
                     [&](const Reading& r) { return r.indicator == &indicator; });
}

std::vector<std::string> frequent_checks(
    const ReportContext& context, const std::vector<const quality::QualityFinding*>& findings,
    base::Severity severity) {
  std::map<std::string, std::int64_t> counts;
  for (const auto* one : findings) {
    if (one->finding.severity == severity) ++counts[one->check];
  }
  std::vector<std::pair<std::string, std::int64_t>> titled;
  if (context.input.inspection == nullptr) return {};
  for (const auto& check : context.input.inspection->counts) {
    if (const auto it = counts.find(check.id); it != counts.end()) {
      titled.emplace_back(check.title, it->second);
    }
  }
  std::stable_sort(titled.begin(), titled.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> result;
  for (const auto& [title, count] : titled) {
    result.push_back(fmt::format("«{}» — {}", title, base::grouped(count)));
  }
  return result;
}

void write_municipality_steps(Markdown& text, const ReportContext& context, const Place& place,
                              const PlaceFindings& findings) {
  text.heading(2, "Следующие шаги");
  StepList steps(context, place);
  add_overdue(steps, context, place);
  add_documents(steps, context, place);
  add_asset(steps, context, place);
  add_mentors(steps, context, place);
  for (const auto& reading : findings.missed) steps.add_missed(reading);
  add_falling(steps, context, place, findings);
  add_data(steps, context, place, findings);
  if (steps.empty()) text.paragraph(nothing_to_do(context));
  steps.write(text);
}

}  // namespace metodaktiv::reports
