#include "demo/methodist_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "demo/people.h"

namespace metodaktiv::demo {
namespace {

std::string draw_keys(const std::vector<config::KeyTitle>& keys, int count, Random& random) {
  std::vector<std::string> chosen;
  for (int i = 0; i < count && !keys.empty(); ++i) {
    const auto& key = random.pick(keys).key;
    if (std::find(chosen.begin(), chosen.end(), key) == chosen.end()) chosen.push_back(key);
  }
  return base::join(chosen, "|");
}

/// How well a teacher suits the asset: category, experience, a school.
int suitability(const Municipality& m, const Teacher& t, base::Date today) {
  const int experience = t.experience(today);
  return (t.category == "highest" ? 6 : 0) + (experience >= 5 ? 4 : 0) +
         (experience >= 10 ? 1 : 0) +
         (m.organizations[t.organization].kind == OrganizationKind::kSchool ? 4 : 0) -
         (t.manager ? 2 : 0);
}

base::Date draw_inclusion(const DemoContext& context, Random& random) {
  const std::size_t year = random.weighted({62, 20, 18});
  const auto school_year = context.years[year];
  base::Date day =
      random.chance(0.8)
          ? day_between(random, day_of(school_year, "09-08"), day_of(school_year, "10-06"))
          : day_between(random, school_year.first_day(), day_of(school_year, "05-25"));
  if (!context.past(day)) {
    day = day_between(random, day_of(context.years[0], "09-08"), day_of(context.years[0], "10-06"));
  }
  return day;
}

}  // namespace

MethodistMaker::MethodistMaker(DemoContext& context, registry::Database& database)
    : context_(context),
      methodists_(database, "methodists",
                  {"code",
                   "last_name",
                   "first_name",
                   "patronymic",
                   "municipality",
                   "organization",
                   "subject",
                   "other_direction",
                   "education",
                   "category",
                   "teaching_since",
                   "employment",
                   "engagement",
                   "assessment_level",
                   "assessed_on",
                   "advanced_training_on",
                   "digital_cabinet",
                   "roles",
                   "directions",
                   "order_number",
                   "included_on",
                   "excluded_on",
                   "consent_on",
                   "consent_withdrawn_on",
                   "public_email",
                   "about"}),
      consents_(
          database, "consents",
          {"methodist", "field", "site", "given_on", "expires_on", "withdrawn_on", "document"}),
      nominations_(database, "nominations",
                   {"code", "last_name", "first_name", "patronymic", "municipality", "subject",
                    "nominated_by", "stage", "stage_on", "methodist"}) {}

void MethodistMaker::draw(Municipality& m) {
  auto random = context_.random("methodists", m);
  const auto& settings = context_.settings;
  const double middle = (settings.methodist_ratio.from + settings.methodist_ratio.to) / 2;
  const double ratio = context_.rate(settings.methodist_ratio, m);
  const double fair =
      static_cast<double>(m.teachers.size()) * settings.methodists / settings.teachers;
  const auto count = static_cast<std::size_t>(fair * middle / std::max(1.0, ratio) + random.unit());

  std::vector<double> pool(context_.profile.subjects.size(), 0);
  for (const auto& t : m.teachers) {
    if (!t.dismissed) pool[t.subject] += 1;
  }
  std::vector<double> given(pool.size(), 0);
  const double full_load = context_.profile.norms.load_max * 0.9;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t subject = 0;
    double best = std::numeric_limits<double>::lowest();
    for (std::size_t s = 0; s < pool.size(); ++s) {
      const double waiting = (pool[s] - full_load * given[s]) * random.between(0.8, 1.25);
      if (waiting > best) {
        best = waiting;
        subject = s;
      }
    }
    given[subject] += 1;
    Methodist methodist;
    methodist.subject = subject;
    methodist.included = draw_inclusion(context_, random);
    if (random.chance(0.07)) {
      const auto leaving = methodist.included.plus_days(random.between(150, 900));
      if (context_.past(leaving)) methodist.excluded = leaving;
    }
    if (const auto chosen = choose_teacher(m, subject, random)) {
      auto& t = m.teachers[*chosen];
      t.methodist = true;
      t.skill = std::max(t.skill, random.between(0.7, 0.99));
      if (t.category != "highest" && t.experience(context_.today) >= 4 && random.chance(0.6)) {
        t.category = "highest";
      }
      methodist.person = t.person;
      methodist.category = t.category;
      methodist.since = t.since;
      if (!random.chance(0.03)) methodist.organization = t.organization;
    } else {
      const int birth_year = context_.today.year() - random.between(32, 60);
      methodist.person = make_person(context_.lists.people, random, random.chance(0.9), birth_year);
      methodist.category = random.chance(0.7) ? "highest" : "first";
      methodist.since = base::Date(birth_year + 23, 9, 1);
    }
    methodist.code = fmt::format("m{:0{}}", ++context_.counters.methodists,
                                 std::max(4, context_.code_width - 2));
    m.methodists.push_back(std::move(methodist));
  }
}

std::optional<std::size_t> MethodistMaker::choose_teacher(const Municipality& m,
                                                          std::size_t subject,
                                                          Random& random) const {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < m.teachers.size(); ++i) {
    const auto& t = m.teachers[i];
    if (t.subject == subject && !t.methodist && !t.dismissed) candidates.push_back(i);
  }
  if (candidates.empty()) return std::nullopt;
  std::size_t best = random.pick(candidates);
  if (random.chance(0.06)) return best;  // not every choice follows the rules
  for (int attempt = 0; attempt < 4; ++attempt) {
    const std::size_t other = random.pick(candidates);
    if (suitability(m, m.teachers[other], context_.today) >
        suitability(m, m.teachers[best], context_.today)) {
      best = other;
    }
  }
  return best;
}

void MethodistMaker::write(Municipality& m) {
  auto random = context_.random("methodist-cards", m);
  for (auto& methodist : m.methodists) write_methodist(m, methodist, random);
  write_nominations(m);
}

std::string MethodistMaker::about_text(const Methodist& methodist, Random& random) const {
  auto sentences = context_.lists.activities.about;
  random.shuffle(sentences);
  const auto count =
      std::min<std::size_t>(sentences.size(), static_cast<std::size_t>(random.between(2, 3)));
  sentences.resize(count);
  return fill(base::join(sentences, " "), context_.subject_words(methodist.subject));
}

void MethodistMaker::write_methodist(const Municipality& m, Methodist& x, Random& random) {
  const auto& settings = context_.settings;
  const auto around = [&](int from, int to) {
    return std::min(x.included.plus_days(random.between(from, to)), context_.today);
  };
  std::optional<base::Date> assessed, trained, consent, withdrawn;
  if (random.chance(0.96)) assessed = around(-260, 60);
  if (random.chance(0.55 + 0.4 * m.quality)) trained = around(-300, 240);
  if (random.chance(0.85)) {
    consent = around(-12, 30);
    if (random.chance(0.024))
      withdrawn = std::min(consent->plus_days(random.between(40, 500)), context_.today);
  }
  x.consented = consent && !withdrawn;
  const std::string about = random.chance(0.6) ? about_text(x, random) : std::string();
  const bool by_order = random.percent(context_.rate(settings.by_order, m));
  const std::string order =
      by_order ? fmt::format("{}-{:02} от {}", random.between(20, 900), random.between(1, 9),
                             x.included.plus_days(-random.between(0, 6)).dotted())
               : std::string();
  const std::string email =
      random.chance(0.6) ? fmt::format("{}.{}@{}", base::slug(x.person.last), x.code, settings.host)
                         : std::string();
  const std::vector<std::string> educations = {"higher_pedagogical", "higher", "secondary"};
  const std::vector<std::string> engagements = {"staff", "contract", "other"};
  methodists_.row(
      {x.code,
       x.person.last,
       x.person.first,
       x.person.patronymic,
       m.code,
       x.organization ? registry::Value(m.organizations[*x.organization].code) : std::monostate{},
       context_.profile.subjects[x.subject].code,
       text_or_null(random.chance(0.08) ? random.pick(context_.lists.activities.other_directions)
                                        : ""),
       educations[random.weighted({94, 4, 2})],
       x.category,
       date_or_null(x.since),
       std::string(random.chance(0.88) ? "main" : "part_time"),
       engagements[random.weighted({55, 36, 9})],
       text_or_null(assessed
                        ? context_.profile.levels[random.weighted(settings.levels_methodists)].key
                        : ""),
       date_or_null(assessed),
       date_or_null(trained),
       flag(random.percent(context_.rate(settings.digital_cabinet, m))),
       text_or_null(draw_keys(context_.profile.roles, random.between(0, 3), random)),
       text_or_null(draw_keys(context_.profile.directions, random.between(1, 3), random)),
       text_or_null(order),
       x.included.iso(),
       date_or_null(x.excluded),
       date_or_null(consent),
       date_or_null(withdrawn),
       text_or_null(email),
       text_or_null(about)});
  if (consent) write_consents(m, x, *consent, !about.empty(), random);
}

void MethodistMaker::write_consents(const Municipality& m, const Methodist& x, base::Date given,
                                    bool has_about, Random& random) {
  const auto consent = [&](std::string field, std::string site, bool may_end) {
    std::optional<base::Date> expires, withdrawn;
    if (may_end && random.chance(0.08)) expires = given.plus_days(random.between(200, 1500));
    if (may_end && random.chance(0.04)) {
      withdrawn = std::min(given.plus_days(random.between(20, 600)), context_.today);
    }
    consents_.row(
        {x.code, std::move(field), std::move(site), given.iso(), date_or_null(expires),
         date_or_null(withdrawn),
         fmt::format("дело 04-{:02}, лист {}", random.between(1, 30), random.between(1, 200))});
  };
  if (random.chance(0.55)) consent("email", "", true);
  if (has_about && random.chance(0.8)) consent("about", "", true);
  if (random.chance(0.2)) consent("photo", "", true);
  if (random.chance(0.03)) {
    consent("email", fmt::format("https://{}.{}", context_.service_host(m), context_.settings.host),
            false);
  }
}

void MethodistMaker::write_nominations(const Municipality& m) {
  auto random = context_.random("nominations", m);
  const auto& own = context_.settings.nominated_by;
  const auto& by = own.empty() ? context_.lists.activities.nominated_by : own;
  const auto nominated_by = [&](std::size_t subject) {
    return fill(random.pick(by), context_.subject_words(subject));
  };
  const auto write = [&](const Person& person, std::size_t subject, std::string stage,
                         base::Date on, registry::Value methodist) {
    nominations_.row({context_.code("n", context_.counters.nominations), person.last, person.first,
                      person.patronymic, m.code, context_.profile.subjects[subject].code,
                      nominated_by(subject), std::move(stage), on.iso(), std::move(methodist)});
  };
  for (const auto& x : m.methodists) {
    if (random.chance(0.45)) write(x.person, x.subject, "included", x.included, x.code);
    if (!random.chance(0.3)) continue;
    const auto& t = random.pick(m.teachers);
    if (t.methodist || t.dismissed) continue;
    static const std::vector<std::string> kStages = {"request", "nominated", "diagnostics",
                                                     "rejected"};
    const auto stage = kStages[random.weighted({10, 30, 32, 28})];
    write(t.person, t.subject, stage,
          day_between(random, context_.years[1].first_day(), context_.today), std::monostate{});
  }
}

}  // namespace metodaktiv::demo
