#include "demo/teacher_maker.h"

#include <algorithm>

#include "demo/people.h"

namespace metodaktiv::demo {
namespace {

struct AgeBand {
  int from;
  int to;
  double weight;
};
constexpr std::array<AgeBand, 6> kAges = {
    {{22, 25, 8}, {26, 30, 11}, {31, 40, 22}, {41, 50, 27}, {51, 60, 22}, {61, 70, 10}}};

int draw_age(Random& random) {
  std::vector<double> weights;
  weights.reserve(kAges.size());
  for (const auto& band : kAges) weights.push_back(band.weight);
  const auto& band = kAges[random.weighted(weights)];
  return random.between(band.from, band.to);
}

std::string draw_category(int experience, Random& random) {
  struct Mix {
    int until;
    std::vector<double> weights;  // none, first, highest, methodist, mentor
  };
  static const std::vector<Mix> kMixes = {{2, {94, 6, 0, 0, 0}},
                                          {5, {54, 42, 4, 0, 0}},
                                          {10, {28, 46, 25, 1, 0}},
                                          {100, {18, 33, 45, 2, 2}}};
  static const std::vector<std::string> kCategories = {"none", "first", "highest", "methodist",
                                                       "mentor"};
  for (const auto& mix : kMixes) {
    if (experience < mix.until) return kCategories[random.weighted(mix.weights)];
  }
  return kCategories.front();
}

std::optional<base::Date> draw_start(int age, base::Date today, Random& random) {
  const int started_at = random.chance(0.88) ? random.between(21, 24) : random.between(25, 41);
  const int years = std::max(0, age - started_at);
  const auto first_day = base::SchoolYear::of(today).first_day();
  base::Date start(first_day.year() - years, 9, 1);
  if (random.chance(0.25)) start = start.plus_days(random.between(-14, 150));
  if (start > today) start = first_day;
  return start;
}

}  // namespace

TeacherMaker::TeacherMaker(DemoContext& context, registry::Database& database)
    : context_(context),
      teachers_(database, "teachers",
                {"code", "organization", "last_name", "first_name", "patronymic", "birth_date",
                 "subject", "position", "category", "teaching_since", "manager", "dismissed_on"}) {
  for (std::size_t kind = 0; kind < kOrganizationKinds; ++kind) {
    auto& weights = subject_weights_[kind];
    double total = 0;
    for (std::size_t s = 0; s < context.profile.subjects.size(); ++s) {
      weights.push_back(context.words(s).weight[kind]);
      total += weights.back();
    }
    if (total <= 0)
      std::fill(weights.begin(), weights.end(), 1.0);  // a profile of unknown subjects
  }
}

void TeacherMaker::draw(Municipality& m) {
  auto random = context_.random("teachers", m);
  m.teachers.reserve(m.planned_teachers);
  for (std::size_t o = 0; o < m.organizations.size(); ++o) {
    for (std::size_t i = 0; i < m.organizations[o].teachers; ++i) {
      m.teachers.push_back(draw_teacher(m, o, i, random));
    }
  }
}

Teacher TeacherMaker::draw_teacher(const Municipality& m, std::size_t organization,
                                   std::size_t index, Random& random) {
  const auto& place = m.organizations[organization];
  const auto kind = static_cast<std::size_t>(place.kind);
  Teacher t;
  t.code = context_.code("t", context_.counters.teachers);
  t.organization = organization;
  t.subject = random.weighted(subject_weights_[kind]);
  const auto& words = context_.words(t.subject);
  const int age = draw_age(random);
  const int birth_year = context_.today.year() - age;
  t.person = make_person(context_.lists.people, random, random.percent(words.female), birth_year);
  const base::Date birth(birth_year, static_cast<unsigned>(random.between(1, 12)),
                         static_cast<unsigned>(random.between(1, 28)));
  const auto since = draw_start(age, context_.today, random);
  if (!random.chance(0.006)) t.birth = birth;
  if (!random.chance(0.01)) t.since = since;
  t.category = draw_category(t.experience(context_.today), random);
  t.position = words.position[kind];
  const std::size_t deputies = place.teachers / 25;
  if (place.teachers > 4 && index <= deputies) {
    const auto& titles = context_.lists.managers[kind];
    t.manager = true;
    t.position = index == 0 ? titles.head : titles.deputy;
  }
  if (random.chance(0.015)) {
    t.dismissed = day_between(random, context_.years.front().first_day(), context_.today);
    if (t.since && *t.dismissed <= *t.since) t.dismissed.reset();
  }
  const double shifted =
      random.unit() + (m.quality - 0.5) * 0.16 - (place.low_results ? 0.12 : 0.0);
  t.skill = std::clamp(shifted, 0.0, 0.999);
  return t;
}

void TeacherMaker::write(const Municipality& m) {
  for (const auto& t : m.teachers) {
    teachers_.row({t.code, m.organizations[t.organization].code, t.person.last, t.person.first,
                   t.person.patronymic, date_or_null(t.birth),
                   context_.profile.subjects[t.subject].code, t.position, t.category,
                   date_or_null(t.since), flag(t.manager), date_or_null(t.dismissed)});
  }
}

}  // namespace metodaktiv::demo
