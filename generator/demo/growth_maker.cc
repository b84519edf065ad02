#include "demo/growth_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace metodaktiv::demo {
namespace {

constexpr int kYoungAge = 35;
constexpr int kYoungExperience = 3;

}  // namespace

GrowthMaker::GrowthMaker(const DemoContext& context, registry::Database& database)
    : context_(context),
      mentorships_(
          database, "mentorships",
          {"mentor", "mentee", "order_number", "order_on", "started_on", "ended_on", "program"}),
      courses_(database, "courses",
               {"teacher", "program", "provider", "program_registry", "hours", "started_on",
                "finished_on", "certificate"}),
      post_course_(database, "post_course",
                   {"teacher", "program", "surveyed_on", "valued", "in_iom", "iom_started",
                    "evidence", "practice", "municipal_showcase", "outcome"}),
      contests_(database, "contests",
                {"teacher", "contest", "level", "result", "school_year", "ministry_list"}) {}

void GrowthMaker::make(const Municipality& m) {
  known_.clear();
  make_mentorships(m);
  for (std::size_t year = 0; year < kYears; ++year) {
    make_courses(m, year);
    make_contests(m, year);
  }
}

void GrowthMaker::make_mentorships(const Municipality& m) {
  auto random = context_.random("mentorships", m);
  std::vector<std::vector<std::size_t>> experienced(m.organizations.size());
  std::vector<std::size_t> everybody;
  for (std::size_t i = 0; i < m.teachers.size(); ++i) {
    const auto& t = m.teachers[i];
    if (!t.dismissed && t.experience(context_.today) >= 8) {
      experienced[t.organization].push_back(i);
      everybody.push_back(i);
    }
  }
  // Whoever was young on some day of the three years.
  const auto earliest = context_.years.front().first_day().plus_days(-365 * (kYoungExperience - 1));
  for (const auto& t : m.teachers) {
    if (!t.since || !t.birth || *t.since < earliest) continue;
    if (base::full_years(*t.birth, *t.since) >= kYoungAge) continue;
    std::size_t year = 0;
    while (year + 1 < kYears && *t.since > context_.years[year].last_day()) ++year;
    // Every year gives those without a mentor another chance.
    const auto& own = experienced[t.organization];
    const auto& mentors = own.empty() ? everybody : own;
    if (mentors.empty()) continue;
    for (std::size_t y = year; y < kYears; ++y) {
      if (!random.percent(context_.rate(context_.settings.mentored, m, y) *
                          (y == year ? 1.0 : 0.35))) {
        continue;
      }
      const auto start =
          std::max(day_of(context_.years[y], "09-10"), *t.since).plus_days(random.between(0, 40));
      if (!context_.past(start)) break;
      std::optional<base::Date> ended;
      if (random.chance(0.3)) ended = start.plus_days(random.between(240, 700));
      if (ended && !context_.past(*ended)) ended.reset();
      const bool by_order = random.chance(0.94);
      mentorships_.row({m.teachers[random.pick(mentors)].code, t.code,
                        text_or_null(by_order ? fmt::format("{}-н", random.between(10, 240)) : ""),
                        by_order ? registry::Value(start.iso()) : std::monostate{}, start.iso(),
                        date_or_null(ended), flag(random.chance(0.7))});
      break;
    }
  }
}

void GrowthMaker::make_courses(const Municipality& m, std::size_t year) {
  Random random(context_.seed, "courses " + context_.years[year].text(), m.code);
  const double federal = context_.rate(context_.settings.training_federal, m, year);
  const double regional = context_.rate(context_.settings.training_regional, m, year);
  for (const auto& t : m.teachers) {
    if (random.percent(federal)) write_course(t, year, true, random);
    if (random.percent(regional)) write_course(t, year, false, random);
  }
}

void GrowthMaker::write_course(const Teacher& t, std::size_t year, bool federal, Random& random) {
  const auto school_year = context_.years[year];
  const auto finished =
      day_between(random, day_of(school_year, "10-01"), day_of(school_year, "06-20"));
  const int days = random.between(12, 75);
  if (!context_.past(finished) || !t.works_on(finished)) return;
  const auto& lists = context_.lists.activities;
  const bool municipal = !federal && random.chance(0.25);
  const auto& programs = federal     ? lists.courses_federal
                         : municipal ? lists.courses_municipal
                                     : lists.courses_regional;
  const auto program = fill(random.pick(programs), context_.subject_words(t.subject));
  static const std::vector<std::string> kRegistries = {"federal", "regional", "none"};
  const auto& registry_name =
      federal ? kRegistries[random.weighted({94, 0, 6})]
              : kRegistries[random.weighted(municipal ? std::vector<double>{0, 55, 45}
                                                      : std::vector<double>{12, 80, 8})];
  static const std::vector<int> kHours = {16, 18, 24, 36, 36, 42, 72};
  const int hours = random.pick(kHours);
  courses_.row({t.code, program,
                std::string(federal     ? "federal"
                            : municipal ? "municipal"
                                        : "regional"),
                registry_name, static_cast<double>(hours), finished.plus_days(-days).iso(),
                finished.iso(),
                fmt::format("ПК-{:02} № {:06}", finished.year() % 100, random.between(1, 999999))});
  if (random.chance(0.05)) write_post_course(t, program, finished, random);
}

void GrowthMaker::write_post_course(const Teacher& t, const std::string& program,
                                    base::Date finished, Random& random) {
  const auto surveyed = finished.plus_days(random.between(60, 150));
  if (!context_.past(surveyed)) return;
  if (!known_.insert(t.code + '\n' + program).second) return;
  const auto& lists = context_.lists.activities;
  static const std::vector<std::string> kPractice = {"full", "partial", "none"};
  static const std::vector<std::string> kOutcome = {"present", "other_topic", "absent"};
  const bool in_iom = random.chance(0.72);
  const auto practice = random.weighted({38, 47, 15});
  post_course_.row({t.code, program, surveyed.iso(), random.pick(lists.valued), flag(in_iom),
                    flag(in_iom && random.chance(0.8)),
                    text_or_null(practice < 2 ? random.pick(lists.evidence) : ""),
                    kPractice[practice], flag(random.chance(0.3)),
                    kOutcome[random.weighted({58, 22, 20})]});
}

void GrowthMaker::make_contests(const Municipality& m, std::size_t year) {
  Random random(context_.seed, "contests " + context_.years[year].text(), m.code);
  const double share = context_.rate(context_.settings.contests, m, year) * context_.elapsed(year);
  for (const auto& t : m.teachers) {
    if (!t.works_on(context_.as_of(year)) || !random.percent(share)) continue;
    std::set<std::string> names;
    const int results = random.chance(0.12) ? 2 : 1;
    for (int i = 0; i < results; ++i) {
      const auto& contest = random.pick(context_.lists.activities.contests);
      if (!names.insert(contest.name).second) continue;
      contests_.row({t.code, contest.name, contest.level,
                     std::string(random.chance(0.4) ? "winner" : "prize"),
                     context_.years[year].text(), flag(contest.ministry_list)});
    }
  }
}

}  // namespace metodaktiv::demo
