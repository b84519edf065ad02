#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/route_form.h"
#include "forms/submissions.h"
#include "reports/candidates.h"
#include "reports/data_quality.h"
#include "reports/methodist_load.h"
#include "reports/monitoring.h"
#include "reports/outliers.h"
#include "reports/post_course.h"
#include "reports/registry_facts.h"
#include "reports/report_rules.h"
#include "reports/reports.h"
#include "reports/standings.h"
#include "reports/wording.h"
#include "workbook/workbook.h"

namespace metodaktiv::reports {

/// What all reports of one build share; read-only once made, so that threads may use it together.
struct ReportContext {
  explicit ReportContext(const ReportInput& input);

  const ReportInput& input;
  Standings standings;
  std::map<std::string, Standings> standings_by_year;  ///< every school year of the results
  RegistryFacts facts;
  std::map<std::string, std::vector<const indicators::Form2Row*>>
      form2;  ///< by methodist's municipality
  std::vector<const indicators::Form2Row*> all_form2;
  std::map<std::string, std::vector<MethodistLoad>> loads;  ///< by municipality
  std::map<std::string, const indicators::Form1*> form1;    ///< municipalities by code
  const indicators::Form1* region_form1 = nullptr;
  forms::Submissions submissions;  ///< of collection forms
  std::vector<Candidate> candidates;
  PostCourses post_courses;
  Monitorings monitorings;
  DataQuality quality;  ///< empty without an inspection
  config::RouteForm route_form;
  ReportRules rules;
  Outliers outliers;

  [[nodiscard]] const std::string& year() const { return input.results.current_year(); }
  [[nodiscard]] const std::string& previous_year() const;
  /// The figure of a year; nullptr when the indicator is not computed for the place.
  [[nodiscard]] const indicators::Figure* figure(const config::IndicatorDefinition& indicator,
                                                 const indicators::Place& place,
                                                 const std::string& school_year) const;
  [[nodiscard]] const indicators::Figure* now(const config::IndicatorDefinition& indicator,
                                              const indicators::Place& place) const {
    return figure(indicator, place, year());
  }
  [[nodiscard]] const indicators::Figure* before(const config::IndicatorDefinition& indicator,
                                                 const indicators::Place& place) const {
    return figure(indicator, place, previous_year());
  }
  /// Indicators of a group (all for an empty key) that are computed for the place, in profile
  /// order.
  [[nodiscard]] std::vector<const config::IndicatorDefinition*> indicators_of(
      const indicators::Place& place, std::string_view group = {}) const;
  /// Standings a year ago; nullptr when there is no such year.
  [[nodiscard]] const Standings* standings_before() const;
  /// Municipalities or territories by name, in natural order.
  [[nodiscard]] std::vector<indicators::Place> places_by_name(indicators::Scope scope) const;
  [[nodiscard]] PlaceWords words(const indicators::Place& place) const;
  /// Properties with the fixed date; the title says what the workbook is and whose.
  [[nodiscard]] workbook::Properties properties(const std::string& title) const;
  /// «региональный реестр, программа «Методактив» 0.1.0».
  [[nodiscard]] std::string made_from() const;
  /// True while the school year of the as-of date still runs, so that its figures are not complete.
  [[nodiscard]] bool year_is_running() const;
  /// True while the indicator adds up what happens in a school year that still runs: it must not be
  /// compared with a whole year.
  [[nodiscard]] bool still_accumulates(const config::IndicatorDefinition& indicator) const {
    return indicator.accumulates && year_is_running();
  }

 private:
  void read_registry();
};

}  // namespace metodaktiv::reports
