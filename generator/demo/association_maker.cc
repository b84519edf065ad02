#include "demo/association_maker.h"

#include <fmt/format.h>

#include <algorithm>

namespace metodaktiv::demo {
namespace {

/// Meetings are held around the holidays: days of the school year.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMeetingTimes = {
    {{"09-04", "09-22"},
     {"10-27", "11-08"},
     {"01-05", "01-11"},
     {"03-23", "03-31"},
     {"05-14", "05-26"}}};

}  // namespace

AssociationMaker::AssociationMaker(const DemoContext& context, registry::Database& database)
    : context_(context),
      associations_(database, "associations",
                    {"code", "municipality", "name", "kind", "subject", "head", "head_consent",
                     "members_count", "order_number", "order_on"}),
      meetings_(database, "meetings", {"association", "held_on", "topic"}) {}

void AssociationMaker::make(const Municipality& m) {
  auto random = context_.random("associations", m);
  const auto& subjects = context_.profile.subjects;
  std::vector<std::int64_t> people(subjects.size(), 0);
  for (const auto& t : m.teachers) {
    if (!t.dismissed) ++people[t.subject];
  }
  for (std::size_t s = 0; s < subjects.size(); ++s) {
    const double chance = people[s] >= 6 ? 0.96 : people[s] >= 3 ? 0.5 : 0.0;
    if (!random.chance(chance)) continue;
    const auto members =
        static_cast<std::int64_t>(static_cast<double>(people[s]) * random.between(0.8, 1.0));
    write(
        m, fmt::format("{}-{}-{}", m.code, context_.settings.association_kind, subjects[s].code),
        fmt::format("{} {}", context_.profile.terms.association_short, context_.words(s).teachers),
        context_.settings.association_kind, s, std::max<std::int64_t>(2, members), random);
  }
  const auto& communities = context_.lists.activities.communities;
  for (std::size_t i = 0; i < communities.size(); ++i) {
    if (m.teachers.size() < 120 || !random.chance(0.2 + 0.6 * m.quality)) continue;
    write(m, fmt::format("{}-mo-{}", m.code, i + 1),
          fill(communities[i].name, {{"municipality", m.genitive}}), communities[i].kind,
          std::nullopt, random.between(9, 45), random);
  }
}

AssociationMaker::Head AssociationMaker::choose_head(const Municipality& m,
                                                     std::optional<std::size_t> subject,
                                                     Random& random) const {
  if (random.chance(0.75)) {
    for (const auto& methodist : m.methodists) {
      if (!methodist.excluded && (!subject || methodist.subject == *subject) &&
          random.chance(0.7)) {
        return {methodist.person.full(), methodist.consented};
      }
    }
  }
  for (int attempt = 0; attempt < 60 && !m.teachers.empty(); ++attempt) {
    const auto& t = random.pick(m.teachers);
    if (!t.dismissed && !t.methodist && (!subject || t.subject == *subject)) {
      return {t.person.full(), random.chance(0.85)};
    }
  }
  return {};
}

void AssociationMaker::write(const Municipality& m, const std::string& code,
                             const std::string& name, std::string kind,
                             std::optional<std::size_t> subject, std::int64_t members,
                             Random& random) {
  const auto head = choose_head(m, subject, random);
  const std::size_t year = random.weighted({25, 25, 50});
  auto ordered = day_between(random, day_of(context_.years[year], "09-01"),
                             day_of(context_.years[year], "09-18"));
  if (!context_.past(ordered)) ordered = day_of(context_.years[1], "09-10");
  associations_.row(
      {code, m.code, name, std::move(kind),
       subject ? registry::Value(context_.profile.subjects[*subject].code) : std::monostate{},
       text_or_null(head.name), flag(head.consent), number(members),
       fmt::format("{}-о", random.between(100, 990)), ordered.iso()});
  write_meetings(m, code, subject, random);
}

void AssociationMaker::write_meetings(const Municipality& m, const std::string& code,
                                      std::optional<std::size_t> subject, Random& random) {
  auto topics = context_.lists.activities.meetings;
  random.shuffle(topics);
  const Words words = {{"setting", subject ? context_.words(*subject).setting : "на занятиях"}};
  std::size_t next = 0;
  for (std::size_t year = 0; year < kYears; ++year) {
    const double held = context_.rate(context_.settings.meetings_held, m, year);
    for (const auto& [from, until] : kMeetingTimes) {
      const auto on = day_between(random, day_of(context_.years[year], from),
                                  day_of(context_.years[year], until));
      if (!random.percent(held) || !context_.past(on)) continue;
      meetings_.row({code, on.iso(), fill(topics[next++ % topics.size()], words)});
    }
  }
}

}  // namespace metodaktiv::demo
