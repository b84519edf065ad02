#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/findings_of_place.h"
#include "reports/markdown.h"

namespace metodaktiv::reports {

/// Values for the places of a rule's text.
using StepValues = std::map<std::string, registry::Value, std::less<>>;

/// The next steps of one text: what the rules of data/reports say about the facts given to it, the
/// most urgent first.
class StepList {
 public:
  StepList(const ReportContext& context, const indicators::Place& place);

  /// A step by a rule that is switched on and speaks to such a place. Among equally urgent ones the
  /// heavier comes first. `source` is the paragraph of the facts, for a rule that names none.
  void add(std::string_view rule, const StepValues& values, long long weight,
           const std::string& source = {});

  /// The step of a missed target, in the words of the indicator or the general ones; none when the
  /// indicator leaves it to a rule that has been added. While the school year runs, a value that
  /// builds up over it asks for a step only where it is behind the median of the municipalities.
  void add_missed(const Reading& reading);

  [[nodiscard]] bool empty() const { return steps_.empty(); }
  /// Headings by urgency, numbered steps, how many were left out, and the targets that the running
  /// year leaves open.
  void write(Markdown& text) const;

 private:
  struct Step {
    Urgency urgency;
    long long weight;
    std::string text;
  };
  struct Deadline {
    std::string text;
    bool passed = false;
  };

  void push(Urgency urgency, long long weight, std::string text, const Deadline& deadline,
            const std::string& source);
  /// `by_date`: the day itself, where the school year has one.
  [[nodiscard]] Deadline deadline_of(const std::string& number, bool by_date) const;
  [[nodiscard]] StepValues values_of(const Reading& reading) const;

  const ReportContext& context_;
  const indicators::Place& place_;
  bool region_;
  std::vector<Step> steps_;
  std::set<std::string, std::less<>> given_;  ///< rules that made a step
  std::vector<std::string> open_;             ///< missed targets that are no step yet
};

/// Whether a value is worse than the median of the municipalities, where enough have one.
bool behind_median(const ReportContext& context, const Reading& reading);
/// «Не позднее 14-го числа» within a sentence: the first letter small, unless it is an
/// abbreviation's.
std::string within_sentence(const std::string& text);
/// Young teachers whom no order gives a mentor.
std::int64_t without_mentor(const std::vector<YoungTeacher>& young);
/// A change that is for the worse and not only the young year's.
bool worsened(const Deviation& change, const ReportContext& context);
bool is_missed(const PlaceFindings& findings, const config::IndicatorDefinition& indicator);
/// «„Нет предмета“ — 12»: the checks of a severity that found something, most first.
std::vector<std::string> frequent_checks(
    const ReportContext& context, const std::vector<const quality::QualityFinding*>& findings,
    base::Severity severity);

/// Next steps of a municipality and of the region, as their own section.
void write_municipality_steps(Markdown& text, const ReportContext& context,
                              const indicators::Place& place, const PlaceFindings& findings);
void write_region_steps(Markdown& text, const ReportContext& context,
                        const PlaceFindings& findings);

}  // namespace metodaktiv::reports
