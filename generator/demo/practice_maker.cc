#include "demo/practice_maker.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "demo/practice_text.h"

namespace metodaktiv::demo {
namespace {

template <typename Items, typename Item>
bool contains(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

}  // namespace

PracticeMaker::PracticeMaker(DemoContext& context, const PracticeLibrary& library,
                             registry::Database& database)
    : context_(context),
      library_(library),
      practices_(database, "practices",
                 {"slug", "municipality", "organization", "title", "kind", "subject", "level",
                  "direction", "authors", "authors_consent", "annotation", "body", "materials_url",
                  "reviewed_on", "status", "year", "tags"}) {}

void PracticeMaker::make(const Municipality& m) {
  auto random = context_.random("practices", m);
  const double wanted = m.practices_share * context_.settings.practices;
  auto count = static_cast<std::size_t>(wanted + random.unit());
  if (m.quality < 0.12 && wanted < 40) count = 0;  // some have not begun
  for (std::size_t i = 0; i < count; ++i) {
    const bool managerial = random.chance(0.17);
    const Teacher* author = nullptr;
    for (int attempt = 0; attempt < 12; ++attempt) {
      author = &random.pick(m.teachers);
      if (!author->methodist && !author->dismissed && (!managerial || author->manager)) break;
    }
    if (const auto choice = choose(m, *author, managerial, random)) {
      write(m, *author, managerial, *choice, random);
    }
  }
}

bool PracticeMaker::fits(const PracticeTopic& topic, const Municipality& m, const Teacher& author,
                         bool managerial, bool general) const {
  const auto& family = library_.families[topic.family];
  if ((family.kind == "managerial") != managerial) return false;
  if (!contains(family.organizations, m.organizations[author.organization].kind)) return false;
  if (managerial) return true;
  if (general) return family.general;
  if (!contains(context_.words(author.subject).practices, topic.group)) return false;
  return topic.subjects.empty() ||
         contains(topic.subjects, context_.profile.subjects[author.subject].code);
}

std::string PracticeMaker::draw_level(const PracticeTopic& topic, OrganizationKind kind,
                                      Random& random) const {
  std::vector<std::string> levels;
  for (const auto& level : topic.levels) {
    const bool fits = kind == OrganizationKind::kPreschool    ? level == "preschool"
                      : kind == OrganizationKind::kVocational ? level == "secondary"
                                                              : level != "preschool";
    if (fits || level == "all") levels.push_back(level);
  }
  return levels.empty() ? std::string() : random.pick(levels);
}

std::optional<PracticeMaker::Choice> PracticeMaker::choose(const Municipality& m,
                                                           const Teacher& author, bool managerial,
                                                           Random& random) {
  std::vector<std::size_t> topics;
  for (const bool general : {false, true}) {
    for (std::size_t i = 0; i < library_.topics.size() && (!general || topics.empty()); ++i) {
      if (fits(library_.topics[i], m, author, managerial, general)) topics.push_back(i);
    }
    if (!topics.empty()) break;
  }
  if (topics.empty()) return std::nullopt;
  std::optional<Choice> best;
  int best_used = 0;
  for (int attempt = 0; attempt < 6; ++attempt) {
    Choice choice;
    choice.topic = random.pick(topics);
    const auto& topic = library_.topics[choice.topic];
    const auto& family = library_.families[topic.family];
    std::vector<std::size_t> techniques;
    for (std::size_t i = 0; i < library_.techniques.size(); ++i) {
      const auto& technique = library_.techniques[i];
      if (contains(technique.families, family.key) && !contains(technique.not_for, topic.group)) {
        techniques.push_back(i);
      }
    }
    choice.level = draw_level(topic, m.organizations[author.organization].kind, random);
    const auto audience =
        std::find_if(family.audiences.begin(), family.audiences.end(),
                     [&](const auto& entry) { return entry.level == choice.level; });
    if (techniques.empty() || audience == family.audiences.end()) continue;
    choice.technique = random.pick(techniques);
    choice.grades = random.pick(audience->grades);
    const int used = used_[{choice.topic, choice.technique}];
    if (!best || used < best_used) {
      best = choice;
      best_used = used;
    }
  }
  if (best) ++used_[{best->topic, best->technique}];
  return best;
}

std::string PracticeMaker::authors(const Municipality& m, const Teacher& author,
                                   Random& random) const {
  std::vector<std::string> names = {author.person.full()};
  const int more = static_cast<int>(random.weighted({62, 28, 10}));
  for (int i = 0; i < more * 8 && names.size() <= static_cast<std::size_t>(more); ++i) {
    const auto& other = random.pick(m.teachers);
    if (other.organization != author.organization || other.dismissed || other.methodist) continue;
    if (!contains(names, other.person.full())) names.push_back(other.person.full());
  }
  return base::join(names, ", ");
}

void PracticeMaker::write(const Municipality& m, const Teacher& author, bool managerial,
                          const Choice& choice, Random& random) {
  const auto& topic = library_.topics[choice.topic];
  const auto& family = library_.families[topic.family];
  const auto text = compose_practice(family, topic, library_.techniques[choice.technique],
                                     choice.grades, context_.subject_words(author.subject), random);
  static const std::vector<std::string> kStatuses = {"published", "draft", "archived"};
  const auto& status = kStatuses[random.weighted({88, 7, 5})];
  const auto reviewed =
      day_between(random, context_.years.front().first_day().plus_days(20), context_.today);
  auto tags = topic.tags;
  if (random.chance(0.5)) tags.push_back(topic.direction);
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  const auto number_part = fmt::format("{:05}", ++context_.counters.practices);
  const auto slug = fmt::format("{}-{}", base::slug(text.title, 46), number_part);
  practices_.row({slug, m.code, m.organizations[author.organization].code, text.title, family.kind,
                  managerial || family.general
                      ? registry::Value(std::monostate{})
                      : registry::Value(context_.profile.subjects[author.subject].code),
                  choice.level, topic.direction, authors(m, author, random),
                  flag(random.chance(0.8)), text.annotation, text.body,
                  text_or_null(random.chance(0.4) ? fmt::format("https://{}.{}/practices/{}",
                                                                context_.service_host(m),
                                                                context_.settings.host, number_part)
                                                  : ""),
                  date_or_null(status == "draft" ? std::nullopt : std::optional(reviewed)), status,
                  number(reviewed.year()), text_or_null(base::join(tags, "|"))});
}

}  // namespace metodaktiv::demo
