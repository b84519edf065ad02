#include "demo/assignment_maker.h"

#include <algorithm>
#include <numeric>

namespace metodaktiv::demo {
namespace {

/// Mostly within the norm, some below and some above it.
int draw_target(const config::Norms& norms, Random& random) {
  const double draw = random.unit();
  if (draw < 0.1) return random.between(norms.load_min * 6 / 10, norms.load_min - 1);
  if (draw < 0.19) return random.between(norms.load_max + 1, norms.load_max * 13 / 10);
  return random.between(norms.load_min + 1, norms.load_max);
}

std::string draw_mode(bool remote, Random& random) {
  if (remote) return "remote";
  static const std::vector<std::string> kModes = {"in_person", "flash", "remote"};
  return kModes[random.weighted({95, 4, 1})];
}

}  // namespace

AssignmentMaker::AssignmentMaker(const DemoContext& context, registry::Database& database)
    : context_(context),
      assignments_(
          database, "assignments",
          {"methodist", "organization", "school_year", "subject", "teachers_count", "mode"}) {}

void AssignmentMaker::make(const Municipality& m) {
  for (std::size_t year = 0; year < kYears; ++year) make_year(m, year);
}

void AssignmentMaker::make_year(const Municipality& m, std::size_t year) {
  const auto school_year = context_.years[year];
  // Assignments are made by the end of October; before that the year has none yet.
  if (context_.today < day_of(school_year, "10-01")) return;
  Random random(context_.seed, "assignments " + school_year.text(), m.code);
  const auto& subjects = context_.profile.subjects;
  Remaining remaining(subjects.size(), std::vector<int>(m.organizations.size(), 0));
  for (const auto& t : m.teachers) {
    if (t.works_on(school_year.first_day())) ++remaining[t.subject][t.organization];
  }
  std::vector<Load> loads;
  for (const auto& methodist : m.methodists) {
    if (!methodist.active_in(day_of(school_year, "11-01"), context_.as_of(year))) continue;
    loads.push_back({&methodist, draw_target(context_.profile.norms, random), 0});
  }
  random.shuffle(loads);
  for (auto& load : loads) take(m, year, load, load.methodist->subject, remaining, random);
  for (auto& load : loads) {
    const auto& area = subjects[load.methodist->subject].area;
    for (std::size_t s = 0; s < subjects.size() && load.taken < load.target * 6 / 10; ++s) {
      if (s != load.methodist->subject && subjects[s].area == area) {
        take(m, year, load, s, remaining, random);
      }
    }
  }
}

void AssignmentMaker::take(const Municipality& m, std::size_t year, Load& load, std::size_t subject,
                           Remaining& remaining, Random& random) {
  std::vector<std::size_t> order(m.organizations.size());
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(order);
  if (load.methodist->organization) {  // one's own organization first
    const auto own = std::find(order.begin(), order.end(), *load.methodist->organization);
    std::rotate(order.begin(), own, own + 1);
  }
  for (const std::size_t o : order) {
    int& people = remaining[subject][o];
    if (people == 0) continue;
    const int room = load.target - load.taken;
    if (room <= 0) return;
    int count = std::min(people, room);
    if (people - count > 0 && people - count < 3 && room > 8) count = people;
    people -= count;
    load.taken += count;
    assignments_.row({load.methodist->code, m.organizations[o].code, context_.years[year].text(),
                      context_.profile.subjects[subject].code, number(count),
                      draw_mode(m.organizations[o].remote, random)});
  }
}

}  // namespace metodaktiv::demo
