#include "demo/calendar_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::demo {
namespace {

constexpr std::string_view kRegionCode = "region";

/// The day, or the Monday after it at the weekend.
base::Date workday(base::Date on) {
  while ((on.days_since_epoch() + 3) % 7 >= 5) on = on.plus_days(1);
  return on;
}

std::vector<std::string> variants_of(std::string_view text) {
  std::vector<std::string> result;
  for (;;) {
    const auto end = text.find("||");
    result.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    text.remove_prefix(end + 2);
  }
}

}  // namespace

CalendarMaker::CalendarMaker(DemoContext& context, registry::Database& database)
    : context_(context),
      documents_(database, "documents",
                 {"code", "municipality", "kind", "title", "number", "signed_on", "school_year",
                  "url", "agreed_on"}),
      events_(database, "events",
              {"code", "title", "kind", "starts_on", "ends_on", "municipality", "place", "url",
               "audience"}) {}

void CalendarMaker::make(const Municipality& m) {
  auto documents = context_.random("documents", m);
  make_documents(&m, documents);
  auto events = context_.random("events", m);
  const double part = std::clamp(static_cast<double>(m.teachers.size()) / 1200.0, 0.2, 1.6);
  make_events(
      &m, combined(context_.lists.activities.municipal_events, context_.settings.municipal_events),
      part, events);
}

void CalendarMaker::make_region() {
  Random documents(context_.seed, "documents", kRegionCode);
  make_documents(nullptr, documents);
  Random events(context_.seed, "events", kRegionCode);
  make_events(
      nullptr,
      combined(context_.lists.activities.regional_events, context_.settings.regional_events), 1.0,
      events);
}

void CalendarMaker::make_documents(const Municipality* m, Random& random) {
  for (const auto& rule : context_.settings.documents) {
    if (rule.regional != (m == nullptr)) continue;
    bool done = false;
    for (std::size_t year = 0; year < kYears; ++year) {
      // A strong service is twice as likely to close a gap as a weak one.
      const double miss = 1.0 - rule.shares[year] / 100.0;
      const double share = m ? 1.0 - miss * (1.45 - 0.9 * m->quality) : 1.0 - miss;
      const bool present = random.chance(share);
      const int copies = rule.count == 1 ? 1 : random.between(m ? 1 : 2, rule.count);
      if (!present || done) continue;
      for (int copy = 0; copy < copies; ++copy) write_document(m, rule, year, copy, random);
      done = rule.of == DocumentRule::Of::kOnce;
    }
  }
}

void CalendarMaker::write_document(const Municipality* m, const DocumentRule& rule,
                                   std::size_t year, int copy, Random& random) {
  const auto signed_in = context_.years[year];
  const auto about = rule.of == DocumentRule::Of::kLastYear ? signed_in.previous() : signed_in;
  const auto on = day_between(random, day_of(signed_in, rule.from), day_of(signed_in, rule.until));
  const auto titles = variants_of(rule.title);
  const std::size_t first = random.below(titles.size());
  const auto& title = titles[(first + static_cast<std::size_t>(copy)) % titles.size()];
  const int serial = random.between(1, 980);
  const bool agreed = random.percent(rule.agreed);
  const int agreed_after = random.between(0, 9);
  const bool has_url = random.chance(0.85);
  if (!context_.past(on)) return;
  std::string kind = rule.kind;
  std::replace(kind.begin(), kind.end(), '_', '-');
  const auto code =
      fmt::format("{}-{}-{}-{}", m ? m->code : kRegionCode, kind, signed_in.start(), copy + 1);
  const Words words = {{"municipality", m ? m->genitive : context_.profile.name_genitive},
                       {"year", about.text()}};
  const auto place = m ? context_.service_host(*m) : std::string("metod");
  documents_.row({code, m ? registry::Value(m->code) : std::monostate{}, rule.kind,
                  fill(title, words), fmt::format("{}-{}", serial, m ? "п" : "р"), on.iso(),
                  text_or_null(rule.of == DocumentRule::Of::kOnce ? "" : about.text()),
                  text_or_null(has_url ? fmt::format("https://{}.{}/documents/{}.pdf", place,
                                                     context_.settings.host, code)
                                       : ""),
                  agreed && context_.past(on.plus_days(agreed_after))
                      ? registry::Value(on.plus_days(agreed_after).iso())
                      : std::monostate{}});
}

void CalendarMaker::make_events(const Municipality* m, const std::vector<EventRule>& rules,
                                double part, Random& random) {
  for (std::size_t year = 0; year < kYears; ++year) {
    const auto from = day_of(context_.years[year], "09-05");
    const int days =
        day_of(context_.years[year], "06-05").days_since_epoch() - from.days_since_epoch();
    for (const auto& rule : rules) {
      for (std::size_t i = 0; i < rule.on.size(); ++i) {
        const auto on = day_of(context_.years[year], rule.on[i]).plus_days(random.between(0, 6));
        write_event(m, rule, workday(on), i, random);
      }
      if (!rule.on.empty()) continue;
      const auto count =
          static_cast<std::size_t>(static_cast<double>(rule.each_year) * part + random.unit());
      for (std::size_t i = 0; i < count; ++i) {
        const int slot = days / static_cast<int>(count);
        const auto on =
            rule.spread
                ? from.plus_days(slot * static_cast<int>(i) + random.between(4, slot * 2 / 3))
                : from.plus_days(random.between(0, days));
        write_event(m, rule, workday(on), rule.spread ? i : random.below(rule.titles.size()),
                    random);
      }
    }
  }
}

void CalendarMaker::write_event(const Municipality* m, const EventRule& rule, base::Date on,
                                std::size_t index, Random& random) {
  // Subjects that schools teach: the others make odd titles.
  std::vector<double> weights;
  for (std::size_t s = 0; s < context_.profile.subjects.size(); ++s) {
    const auto& weight = context_.words(s).weight;
    const double school = weight[static_cast<std::size_t>(OrganizationKind::kSchool)];
    weights.push_back(school >= 20 ? school + 20 : 0);
  }
  auto words = context_.subject_words(random.weighted(weights));
  words["operator"] = context_.profile.operator_.short_name;
  words["asset"] = context_.profile.terms.asset_short;
  words["municipality"] = m ? m->genitive : context_.profile.name_genitive;
  words["organization"] = context_.profile.operator_.short_name;
  if (m) {
    std::vector<const Organization*> schools;
    for (const auto& o : m->organizations) {
      if (o.kind == OrganizationKind::kSchool) schools.push_back(&o);
    }
    words["organization"] =
        schools.empty() ? m->organizations.front().short_name : random.pick(schools)->short_name;
  }
  const auto& place = random.pick(rule.places);
  const auto code = context_.code("e", context_.counters.events);
  const bool has_url = random.chance(0.7);
  events_.row(
      {code, fill(rule.titles[index % rule.titles.size()], words), rule.kind, on.iso(),
       rule.days > 0 ? registry::Value(on.plus_days(rule.days).iso()) : std::monostate{},
       m ? registry::Value(m->code) : std::monostate{}, fill(place, words),
       text_or_null(has_url ? fmt::format("https://events.{}/{}", context_.settings.host, code)
                            : ""),
       fill(rule.audience, words)});
}

}  // namespace metodaktiv::demo
