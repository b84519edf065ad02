#include "demo/assessment_maker.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace metodaktiv::demo {

struct AssessmentMaker::YearRates {
  double developed, completed, digital, voluntary, detailed;
  int pace;  ///< days a route takes at most
};

AssessmentMaker::AssessmentMaker(DemoContext& context, registry::Database& database)
    : context_(context),
      assessments_(database, "assessments",
                   {"teacher", "school_year", "level", "assessed_on", "kind"}),
      ioms_(database, "ioms",
            {"code", "teacher", "methodist", "school_year", "created_on", "stage", "status",
             "completed_on", "digital"}),
      activities_(
          database, "iom_activities",
          {"iom", "section", "title", "details", "hours", "due_on", "done_on", "reflection"}) {}

void AssessmentMaker::make(Municipality& m) {
  for (std::size_t slot = 0; slot <= kYears; ++slot) make_year(m, slot);
}

base::SchoolYear AssessmentMaker::school_year(std::size_t slot) const {
  return slot == 0 ? context_.years.front().previous() : context_.years[slot - 1];
}

std::size_t AssessmentMaker::draw_level(const Teacher& teacher, std::size_t slot,
                                        Random& random) const {
  // Most teachers keep their place among the others from year to year, some move.
  double place = teacher.skill;
  if (random.chance(0.45)) place += random.between(-0.16, 0.18);
  place = std::clamp(place, 0.0, 0.999);
  const auto& first = context_.settings.levels_first;
  const auto& last = context_.settings.levels_last;
  const double part = static_cast<double>(slot) / static_cast<double>(kYears);
  double total = 0;
  for (std::size_t i = 0; i < first.size(); ++i) total += first[i] + part * (last[i] - first[i]);
  for (std::size_t i = 0; i < first.size(); ++i) {
    place -= (first[i] + part * (last[i] - first[i])) / total;
    if (place < 0) return i;
  }
  return first.size() - 1;
}

void AssessmentMaker::make_year(Municipality& m, std::size_t slot) {
  const auto school = school_year(slot);
  const std::size_t year = slot == 0 ? 0 : slot - 1;
  Random random(context_.seed, "assessments " + school.text(), m.code);
  const auto& settings = context_.settings;
  const double share = context_.rate(settings.assessed, m, year);
  const YearRates rates{context_.rate(settings.iom_developed, m, year),
                        context_.rate(settings.iom_completed, m, year),
                        context_.rate(settings.iom_digital, m, year),
                        context_.rate(settings.iom_voluntary, m, year),
                        context_.rate(settings.iom_detailed, m, year),
                        static_cast<int>(24 + 230 * (1.0 - m.quality) * (1.0 - m.quality))};
  const auto& kind = context_.profile.terms.assessment_short;
  for (auto& t : m.teachers) {
    const bool again = slot > 0 && t.level[slot - 1] >= 0 &&
                       context_.profile.levels[static_cast<std::size_t>(t.level[slot - 1])].deficit;
    const double wanted = share * context_.words(t.subject).assessed / 100.0 * (again ? 1.5 : 1.0);
    if (!random.percent(wanted)) continue;
    const bool autumn = random.chance(0.75);
    const auto on = autumn ? day_between(random, day_of(school, "09-08"), day_of(school, "10-30"))
                           : day_between(random, day_of(school, "02-01"), day_of(school, "04-15"));
    if (!context_.past(on) || !t.works_on(on)) continue;
    auto level = draw_level(t, slot, random);
    assessments_.row({t.code, school.text(), context_.profile.levels[level].key, on.iso(), kind});
    const bool deficit = context_.profile.levels[level].deficit;
    t.level[slot] = static_cast<int>(level);
    make_route(m, t, slot, on, rates, random);
    // A few are assessed again in the same year, usually with a better result.
    const auto second = on.plus_days(random.between(90, 160));
    if (deficit && random.chance(0.05) && context_.past(second) && second <= school.last_day() &&
        t.works_on(second)) {
      level = std::min(level + 1, context_.profile.levels.size() - 1);
      assessments_.row({t.code, school.text(), context_.profile.levels[level].key, second.iso(),
                        kind + ", повторно"});
      t.level[slot] = static_cast<int>(level);
    }
    if (deficit) t.skill = std::min(0.999, t.skill + random.between(0.0, 0.1));
  }
}

const Methodist* AssessmentMaker::methodist_for(const Municipality& m, std::size_t subject,
                                                base::Date on, Random& random) const {
  const auto& subjects = context_.profile.subjects;
  std::vector<const Methodist*> exact, related, any;
  for (const auto& methodist : m.methodists) {
    if (!methodist.active_in(on, on)) continue;
    any.push_back(&methodist);
    if (methodist.subject == subject) exact.push_back(&methodist);
    if (subjects[methodist.subject].area == subjects[subject].area) related.push_back(&methodist);
  }
  for (const auto* list : {&exact, &related, &any}) {
    if (!list->empty()) return random.pick(*list);
  }
  return nullptr;
}

void AssessmentMaker::make_route(const Municipality& m, const Teacher& t, std::size_t slot,
                                 base::Date assessed, const YearRates& rates, Random& random) {
  const bool deficit = context_.profile.levels[static_cast<std::size_t>(t.level[slot])].deficit;
  if (!random.percent(deficit ? rates.developed + 2 : rates.voluntary)) return;
  const auto created = assessed.plus_days(random.between(3, 26));
  if (!context_.past(created)) return;
  std::string status = "in_progress";
  int stage = random.between(2, 3);
  std::optional<base::Date> completed;
  const double draw = random.unit();
  if (draw < 0.02) {
    status = random.chance(0.6) ? "draft" : "cancelled";
    stage = 1;
  } else if (random.percent(rates.completed)) {
    const auto done = created.plus_days(random.between(14, rates.pace));
    if (context_.past(done)) {
      status = "completed";
      stage = 4;
      completed = done;
    }
  } else if (created.plus_days(300) < context_.today) {
    status = random.chance(0.5) ? "extended" : "in_progress";
    stage = 3;
  } else if (draw < 0.25) {
    status = "agreed";
    stage = 1;
  }
  const Methodist* methodist =
      random.chance(0.97) ? methodist_for(m, t.subject, created, random) : nullptr;
  const auto code = context_.code("iom", context_.counters.ioms);
  ioms_.row({code, t.code, methodist ? registry::Value(methodist->code) : std::monostate{},
             school_year(slot).text(), created.iso(), number(stage), status,
             date_or_null(completed), flag(random.percent(rates.digital))});
  if (status != "draft" && status != "cancelled" && random.percent(rates.detailed)) {
    write_activities(t, code, created, completed, random);
  }
}

void AssessmentMaker::write_activities(const Teacher& t, const std::string& iom, base::Date from,
                                       std::optional<base::Date> completed, Random& random) {
  const auto& lists = context_.lists.activities;
  const auto words = context_.subject_words(t.subject);
  std::set<std::size_t> chosen;
  const int wanted = random.between(3, 6);
  for (int i = 0; i < wanted; ++i) chosen.insert(random.below(lists.iom_activities.size()));
  for (const std::size_t i : chosen) {
    const auto& activity = lists.iom_activities[i];
    const auto due = from.plus_days(random.between(20, 150));
    std::optional<base::Date> done;
    if (completed) {
      done = day_between(random, from.plus_days(7), *completed);
    } else if (random.chance(0.4)) {
      done = due.plus_days(random.between(-12, 9));
      if (!context_.past(*done)) done.reset();
    }
    activities_.row(
        {iom, activity.section, fill(activity.title, words),
         text_or_null(random.chance(0.4) ? "в своём муниципалитете" : ""), activity.hours,
         due.iso(), date_or_null(done),
         text_or_null(done && random.chance(0.5) ? random.pick(lists.reflections) : "")});
  }
}

}  // namespace metodaktiv::demo
