#include "reports/context.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/natural_order.h"
#include "base/parallel.h"
#include "indicators/environment.h"
#include "registry/registry.h"

namespace metodaktiv::reports {
namespace {

/// One of the reads that need nothing from each other.
using Read = std::function<void(registry::Database&)>;

}  // namespace

ReportContext::ReportContext(const ReportInput& from)
    : input(from),
      standings(from.results),
      route_form(config::load_route_form(from.profile)),
      rules(load_report_rules(from.profile)),
      outliers(from.results, from.profile, rules.outliers) {
  read_registry();
  for (const auto& school_year : input.results.years()) {
    standings_by_year.emplace(school_year, Standings(input.results, school_year));
  }
  for (const auto& row : input.form2) {
    form2[row.methodist_municipality].push_back(&row);
    all_form2.push_back(&row);
  }
  for (const auto& [code, rows] : form2) loads[code] = reports::loads(rows, input.profile.norms);
  for (const auto& form : input.form1) {
    if (form.scope == indicators::Scope::kRegion) region_form1 = &form;
    if (form.scope == indicators::Scope::kMunicipality) form1[form.code] = &form;
  }
}

void ReportContext::read_registry() {
  // The longest first.
  const std::vector<Read> reads = {
      [this](auto& registry) {
        const auto year = base::SchoolYear::of(input.as_of);
        indicators::prepare_environment(registry, input.profile, year, input.as_of);
        facts = RegistryFacts(registry, input.profile, input.as_of);
        monitorings = read_monitorings(registry, input.profile, input.as_of);
      },
      [this](auto& registry) {
        if (input.inspection) quality = data_quality(registry, input.forms, *input.inspection);
      },
      [this](auto& registry) { submissions = forms::read_submissions(registry, input.as_of); },
      [this](auto& registry) { post_courses = read_post_courses(registry, input.as_of); },
      [this](auto& registry) { candidates = read_candidates(registry); },
  };
  base::parallel_for(reads.size(), input.jobs, [&](std::size_t i) {
    auto registry = registry::open_registry(input.registry_file);
    reads[i](registry);
  });
}

const std::string& ReportContext::previous_year() const {
  static const std::string kNone;
  const auto& years = input.results.years();
  return years.size() < 2 ? kNone : years[years.size() - 2];
}

const indicators::Figure* ReportContext::figure(const config::IndicatorDefinition& indicator,
                                                const indicators::Place& place,
                                                const std::string& school_year) const {
  return input.results.find(indicator.id, school_year, place.scope, place.code);
}

std::vector<const config::IndicatorDefinition*> ReportContext::indicators_of(
    const indicators::Place& place, std::string_view group) const {
  std::vector<const config::IndicatorDefinition*> result;
  for (const auto& indicator : input.profile.indicators) {
    if ((group.empty() || indicator.group == group) && now(indicator, place)) {
      result.push_back(&indicator);
    }
  }
  return result;
}

const Standings* ReportContext::standings_before() const {
  const auto found = standings_by_year.find(previous_year());
  return found == standings_by_year.end() ? nullptr : &found->second;
}

std::vector<indicators::Place> ReportContext::places_by_name(indicators::Scope scope) const {
  auto places = scope == indicators::Scope::kTerritory ? input.results.territories()
                                                       : input.results.municipalities();
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return base::natural_less(a.name, b.name); });
  return places;
}

PlaceWords ReportContext::words(const indicators::Place& place) const {
  if (place.scope == indicators::Scope::kRegion) {
    return {input.profile.name, input.profile.name, input.profile.name_genitive,
            input.profile.name_prepositional};
  }
  return place_words(input.profile, place.code, place.name, facts.of(place.code).kind);
}

workbook::Properties ReportContext::properties(const std::string& title) const {
  workbook::Properties properties;
  properties.title = title;
  properties.subject = fmt::format("{} учебный год, на {}", year(), input.as_of.dotted());
  properties.author = input.profile.operator_.short_name;
  properties.company = input.profile.operator_.organization;
  properties.comments = made_from();
  properties.created = input.as_of;
  return properties;
}

std::string ReportContext::made_from() const {
  return fmt::format("региональный реестр, программа «Методактив» {}", input.program_version);
}

bool ReportContext::year_is_running() const {
  return input.as_of < base::SchoolYear::of(input.as_of).last_day();
}

}  // namespace metodaktiv::reports
