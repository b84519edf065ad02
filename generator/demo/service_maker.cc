#include "demo/service_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/standard.h"

namespace metodaktiv::demo {
namespace {

/// "1 сентября": the day as a period's name.
std::string day_in_words(base::Date date) {
  return fmt::format("{} {}", date.day(), base::month_name(date.month(), true));
}

}  // namespace

ServiceMaker::ServiceMaker(DemoContext& context, registry::Database& database)
    : context_(context),
      visits_(database, "lesson_visits",
              {"code", "municipality", "visited_on", "methodist", "teacher", "teacher_group",
               "video_url"}),
      tasks_(database, "ums_tasks",
             {"municipality", "function", "period", "due_on", "done_on", "evidence_url"}),
      audits_(database, "audits",
              {"municipality", "school_year", "item", "max_score", "self_score", "expert_score"}),
      sites_(database, "innovation_sites",
             {"organization", "kind", "school_year", "program", "completed"}) {}

void ServiceMaker::make(const Municipality& m) {
  for (std::size_t year = 0; year < kYears; ++year) {
    make_visits(m, year);
    make_tasks(m, year);
    make_audit(m, year);
  }
  make_innovation_sites(m);
}

ServiceMaker::VisitPools ServiceMaker::visit_pools(const Municipality& m, std::size_t year) const {
  VisitPools pools;
  const auto first_day = context_.years[year].first_day();
  const int top = static_cast<int>(context_.profile.levels.size()) - 2;
  for (std::size_t i = 0; i < m.teachers.size(); ++i) {
    const auto& t = m.teachers[i];
    if (!t.works_on(context_.as_of(year)) || !t.works_on(first_day.plus_days(30))) continue;
    pools.all.push_back(i);
    if (t.since && t.experience(first_day) < 3) pools.young.push_back(i);
    const int level = t.level[year + 1] >= 0 ? t.level[year + 1] : t.level[year];
    if (level < 0) continue;
    if (context_.profile.levels[static_cast<std::size_t>(level)].deficit) pools.low.push_back(i);
    if (level >= top) pools.high.push_back(i);
  }
  return pools;
}

void ServiceMaker::make_visits(const Municipality& m, std::size_t year) {
  const auto school_year = context_.years[year];
  Random random(context_.seed, "visits " + school_year.text(), m.code);
  const auto pools = visit_pools(m, year);
  const double kept = context_.rate(context_.settings.visits_kept, m, year);
  for (int i = 0; i < 9; ++i) {  // September to May
    const unsigned month = i < 4 ? 9U + static_cast<unsigned>(i) : static_cast<unsigned>(i) - 3U;
    const int calendar_year = i < 4 ? school_year.start() : school_year.start() + 1;
    const base::Date from(calendar_year, month, 3);
    const base::Date to(calendar_year, month, 28);
    const bool in_full = random.percent(kept);
    const std::size_t gap = random.below(3);
    const std::array<std::pair<std::string_view, const std::vector<std::size_t>*>, 3> groups = {
        {{"young", &pools.young}, {"high", &pools.high}, {"low", &pools.low}}};
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const int visits = in_full || g != gap ? random.between(2, 3) : random.between(0, 1);
      for (int k = 0; k < visits; ++k) {
        visit(m, *groups[g].second, std::string(groups[g].first), from, to, random);
      }
    }
    if (random.chance(0.5)) visit(m, pools.all, "technology", from, to, random);
  }
}

void ServiceMaker::visit(const Municipality& m, const std::vector<std::size_t>& pool,
                         std::string group, base::Date from, base::Date to, Random& random) {
  if (pool.empty()) return;
  auto on = day_between(random, from, to);
  if ((on.days_since_epoch() + 4) % 7 == 0) on = on.plus_days(1);  // not on a Sunday
  const auto& t = m.teachers[random.pick(pool)];
  const Methodist* methodist = nullptr;
  if (!m.methodists.empty() && random.chance(0.9)) {
    methodist = &random.pick(m.methodists);
    if (!methodist->active_in(on, on)) methodist = nullptr;
  }
  const bool video = random.chance(0.4);
  if (!context_.past(on)) return;
  const auto code = context_.code("v", context_.counters.visits);
  visits_.row(
      {code, m.code, on.iso(), methodist ? registry::Value(methodist->code) : std::monostate{},
       t.code, std::move(group),
       text_or_null(video ? fmt::format("https://video.{}.{}/{}/{}", context_.service_host(m),
                                        context_.settings.host, on.year(), code)
                          : "")});
}

void ServiceMaker::make_tasks(const Municipality& m, std::size_t year) {
  const auto school_year = context_.years[year];
  Random random(context_.seed, "tasks " + school_year.text(), m.code);
  const double on_time = context_.rate(context_.settings.tasks_on_time, m, year);
  std::set<std::string> periods;
  for (const auto& deadline : config::deadlines(context_.profile.standard, school_year)) {
    if (deadline.regional) continue;
    const bool kept = random.percent(on_time);
    const bool late = random.chance(0.65);
    const int early = random.between(0, 14);
    const int delay = random.between(1, 30);
    if (!context_.past(deadline.on)) continue;
    std::optional<base::Date> done;
    if (kept) {
      done = deadline.on.plus_days(-early);
    } else if (late && context_.past(deadline.on.plus_days(delay))) {
      done = deadline.on.plus_days(delay);
    }
    auto period = fmt::format("{}, до {}", school_year.text(), day_in_words(deadline.on));
    for (int n = 2; !periods.insert(deadline.function + ' ' + period).second; ++n) {
      period = fmt::format("{}, до {} ({})", school_year.text(), day_in_words(deadline.on), n);
    }
    tasks_.row({m.code, deadline.function, period, deadline.on.iso(), date_or_null(done),
                text_or_null(done && random.chance(0.5)
                                 ? fmt::format("https://{}.{}/tasks/{}-{}",
                                               context_.service_host(m), context_.settings.host,
                                               deadline.function, deadline.on.iso())
                                 : "")});
  }
}

void ServiceMaker::make_audit(const Municipality& m, std::size_t year) {
  const auto school_year = context_.years[year];
  Random random(context_.seed, "audit " + school_year.text(), m.code);
  const double share = context_.rate(context_.settings.audit, m, year) / 100.0;
  const auto self = day_between(random, day_of(school_year, "09-25"), day_of(school_year, "10-15"));
  const auto expert = self.plus_days(random.between(10, 32));
  const bool skipped = random.chance(0.04);
  if (!context_.past(self) || skipped) return;
  for (const auto& [item, greatest] : context_.lists.activities.audit_items) {
    const auto points = [&greatest = greatest](double level) {
      const double halves = level * greatest * 2.0 + 0.5;
      return std::clamp(static_cast<double>(static_cast<int>(halves)) / 2.0, 0.0, greatest);
    };
    const double level = share + random.between(-0.22, 0.22);
    const double self_score = points(level + random.between(-0.03, 0.16));
    const double expert_score = points(level);
    audits_.row({m.code, school_year.text(), item, greatest, self_score,
                 context_.past(expert) ? registry::Value(expert_score) : std::monostate{}});
  }
}

void ServiceMaker::make_innovation_sites(const Municipality& m) {
  auto random = context_.random("innovation", m);
  static const std::vector<std::string> kKinds = {"rip", "rsp", "msp"};
  for (const auto& o : m.organizations) {
    std::string kind, program;
    int left = 0;
    for (std::size_t year = 0; year < kYears; ++year) {
      const bool starts =
          random.percent(context_.rate(context_.settings.innovation, m, year) / 1.9);
      const double completed = context_.rate(context_.settings.innovation_completed, m, year);
      if (left == 0 && starts) {
        kind = kKinds[random.weighted({40, 35, 25})];
        program = random.pick(context_.lists.activities.innovations);
        left = random.between(1, 3);
      }
      if (left == 0) continue;
      --left;
      const bool success = random.percent(
          completed * (year + 1 < kYears ? 1.0 : 0.25 + 0.75 * context_.elapsed(year)));
      if (context_.past(day_of(context_.years[year], "09-05"))) {
        sites_.row({o.code, kind, context_.years[year].text(), program, flag(success)});
      }
    }
  }
}

}  // namespace metodaktiv::demo
